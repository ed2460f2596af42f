namespace Tewatashi.Statistics;

/// <summary>The days that figures are asked for.</summary>
/// <param name="From">The first day, inclusive.</param>
/// <param name="To">The last day, inclusive; not before <paramref name="From"/>, at most <see cref="Most"/> days in all.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>A year, leap day included.</summary>
    public const int Most = 366;

    private const int Usual = 28;

    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = From; day <= To; day = day.AddDays(1)) yield return day;
        }
    }

    /// <summary>The four weeks that end with this day.</summary>
    public static Period Before(DateOnly last) => new(last.AddDays(1 - Usual), last);

    public static bool IsSound(DateOnly from, DateOnly to) => from <= to && to.DayNumber - from.DayNumber < Most;

    /// <summary>The Monday of its week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
