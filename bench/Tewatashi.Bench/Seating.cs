using Tewatashi.Time;

namespace Tewatashi.Bench;

/// <summary>Which seats the crowd asks for: spread over many, or everybody the same few.</summary>
internal sealed class Seating
{
    /// <summary>Wanted by everybody at the same time, in the hot case.</summary>
    public const int Places = 20;

    /// <summary>Of a counter, so many that a place is not sold out by the crowd that is spread.</summary>
    public const int Booths = 90;

    private const int SpreadDays = 25;
    private const int HotDays = 14;
    private const int HotBookings = Places * 60;
    private readonly IReadOnlyList<Guid> counters;
    private readonly List<DateOnly> days;
    private int spread;
    private int hot;

    public Seating(IReadOnlyList<Guid> counters)
    {
        this.counters = counters;
        var first = BusinessDays.Default.Add(JapanTime.Today(TimeProvider.System), 4);
        days = [.. Enumerable.Range(0, 54).Select(first.AddDays).Where(IsOpen).Take(SpreadDays + HotDays)];
    }

    /// <summary>Every day of every counter once: the first booking of a day makes its cells.</summary>
    public IReadOnlyList<Seat> OfEveryDay => [.. from day in days from counter in counters select new Seat(counter, day, new TimeOnly(19, 45))];

    public Seat Spread()
    {
        var next = Interlocked.Increment(ref spread);
        return new(counters[next % counters.Count], days[next / counters.Count % SpreadDays], new TimeOnly(8, 0).AddMinutes(next / (counters.Count * SpreadDays) % 47 * 15));
    }

    /// <summary>Twenty places at a time; before they are sold out everybody goes on to the next twenty, as on the morning a month opens.</summary>
    public Seat Hot()
    {
        var next = Interlocked.Increment(ref hot);
        var group = next / HotBookings;
        return new(counters[group % counters.Count], days[SpreadDays + (group / counters.Count / 2 % HotDays)], new TimeOnly(8 + (group / counters.Count % 2 * 6), 0).AddMinutes(next % Places * 15));
    }

    private static bool IsOpen(DateOnly day) => JapaneseHolidays.NameOf(day) is null && day is not ({ Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 });
}
