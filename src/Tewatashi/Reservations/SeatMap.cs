using Tewatashi.Counters;

namespace Tewatashi.Reservations;

/// <summary>The days of a counter with the times at which a visit of a length can begin.</summary>
/// <param name="Minutes">On the counter's grid.</param>
/// <param name="Earliest">The first bookable day of this channel, inclusive, and why none is earlier.</param>
/// <param name="Latest">The last one, inclusive.</param>
public sealed record SeatMap(Counter Counter, int Minutes, DayLimit Earliest, DayLimit Latest, IReadOnlyList<SeatDay> Days)
{
    public DateOnly EarliestOn => Earliest.On;
    public DateOnly LatestOn => Latest.On;
}
