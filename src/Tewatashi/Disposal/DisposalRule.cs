using Tewatashi.Municipalities;

namespace Tewatashi.Disposal;

/// <summary>
/// From which day on a card that nobody came for may be destroyed: the latest of the months after the first notice, the months after the last
/// re-notice, and the day after its last day. A rule that asks for a re-notice keeps a card that never got one.
/// </summary>
/// <param name="AfterFirst">Months after the first notice; null: does not count.</param>
/// <param name="AfterReminder">Months after the last re-notice; null: none is asked for.</param>
internal sealed record DisposalRule(bool On, int? AfterFirst, int? AfterReminder)
{
    public static DisposalRule Of(MunicipalitySettings settings) => new(settings.DisposalOn, settings.DisposalMonthsAfterFirst, settings.DisposalMonthsAfterReminder);

    /// <param name="lastDayOn">交付期限 or the card's own last day, the later, inclusive; null where neither is known.</param>
    /// <returns>Null: it is kept.</returns>
    public DateOnly? DueOn(DateOnly firstNoticeOn, DateOnly? lastNoticeOn, DateOnly? lastDayOn)
    {
        if (!On || (AfterFirst is null && AfterReminder is null) || (AfterReminder is not null && lastNoticeOn is null)) return null;
        var days = new List<DateOnly>();
        if (AfterFirst is { } first) days.Add(firstNoticeOn.AddMonths(first));
        if (AfterReminder is { } reminder) days.Add(lastNoticeOn!.Value.AddMonths(reminder)); // asked above
        if (lastDayOn is { } last) days.Add(last.AddDays(1));
        return days.Max();
    }
}
