using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>The municipality's rules of booking at one moment: which days, how many minutes, until when a change is possible.</summary>
public sealed class BookingRules(MunicipalitySettings settings, BusinessDays businessDays, DateTimeOffset now)
{
    private static readonly Func<TewatashiContext, DateOnly, IAsyncEnumerable<Stand>> Standing = KeptQuery.Of((TewatashiContext context, DateOnly first) =>
        from settings in context.Settings.AsNoTracking()
        join closure in context.Closures.Where(row => row.CounterId == null && row.Day >= first) on settings.Municipality equals closure.Municipality into closures
        from closure in closures.DefaultIfEmpty()
        select new Stand(settings, (DateOnly?)closure!.Day));

    private static readonly Func<TewatashiContext, DateOnly, IAsyncEnumerable<PlannedRule>> Begun = KeptQuery.Of((TewatashiContext context, DateOnly day) =>
        context.PlannedRules.AsNoTracking().Where(row => row.EffectiveOn <= day));

    private sealed record Stand(MunicipalitySettings Settings, DateOnly? Day);

    public MunicipalitySettings Settings { get; } = settings;
    public DateTimeOffset Now { get; } = now;
    public DateOnly Today { get; } = JapanTime.DateOf(now);

    /// <summary>The last bookable day, inclusive.</summary>
    public DateOnly LatestOn => Today.AddDays(Settings.HorizonDays);

    public TimeSpan HoldTime => TimeSpan.FromMinutes(Settings.HoldMinutes);

    public static async Task<BookingRules> LoadAsync(TewatashiContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One statement: a row for each closure, or one alone. Far enough back for a cut-off some business days before a visit of today.
        var today = JapanTime.DateOf(now);
        var first = today.AddDays(-60);
        var read = await Standing(context, first).ToListAsync(cancellationToken);
        var begun = await Begun(context, today).ToListAsync(cancellationToken);
        return new BookingRules(read[0].Settings.With(begun, today), new BusinessDays(read.Select(row => row.Day).OfType<DateOnly>().ToHashSet()), now);
    }

    /// <summary>Whether the internet may book the kept seats of a day by now.</summary>
    public bool KeptReleased(DateOnly visitOn) =>
        Settings.KeptReleaseBusinessDays is { } before
        && Now >= JapanTime.InstantOf(before == 0 ? visitOn : businessDays.Add(visitOn, -before), Settings.KeptReleaseTime);

    /// <summary>The first bookable day of a channel.</summary>
    /// <param name="priority">For someone who lost their place: on the internet as early as on the telephone.</param>
    public DateOnly EarliestOn(Channel channel, bool priority = false) => channel switch
    {
        Channel.Web when priority => businessDays.Add(Today, LeadOf(channel, priority: true)),
        Channel.Web => businessDays.Add(Today, Settings.WebLeadBusinessDays),
        Channel.Phone => businessDays.Add(Today, Settings.PhoneLeadBusinessDays),
        Channel.Counter or Channel.Stock => Today,
    };

    /// <summary>開庁日 between today and the first bookable day of a channel.</summary>
    public int LeadOf(Channel channel, bool priority = false) => channel switch
    {
        Channel.Web when priority => Math.Min(Settings.PhoneLeadBusinessDays, Settings.WebLeadBusinessDays),
        Channel.Web => Settings.WebLeadBusinessDays,
        Channel.Phone => Settings.PhoneLeadBusinessDays,
        Channel.Counter or Channel.Stock => 0,
    };

    /// <summary>The first day on which a card that lies in another office has been brought over.</summary>
    public DateOnly BroughtOverOn => businessDays.Add(Today, Settings.TransferBusinessDays);

    /// <summary>Until when, not included, a visit can be changed or cancelled on the internet.</summary>
    public DateTimeOffset ChangeableUntil(DateOnly visitOn) => JapanTime.InstantOf(
        Settings.WebCutoffBusinessDays == 0 ? visitOn : businessDays.Add(visitOn, -Settings.WebCutoffBusinessDays), Settings.WebCutoffTime);

    public bool IsOpen(RecipientKind kind) => OpenKinds.Contains(kind);

    public IReadOnlyList<RecipientKind> OpenKinds =>
    [
        .. Settings.OpenRecipientKinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<RecipientKind>),
    ];

    /// <summary>Minutes of one person.</summary>
    public int MinutesOf(RecipientKind kind, bool amendmentNeeded) =>
        (kind.ComesAlone() ? Settings.MinutesForProxy : Settings.MinutesPerPerson) + (amendmentNeeded ? Settings.MinutesForAmendment : 0);

    /// <summary>Rounded up to whole cells of a counter's grid.</summary>
    public static int OnGrid(int minutes, int gridMinutes) => (minutes + gridMinutes - 1) / gridMinutes * gridMinutes;
}
