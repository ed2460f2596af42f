using Tewatashi.Counters;

namespace Tewatashi.Reservations;

/// <summary>The days of a counter with the times at which a visit of a length can begin.</summary>
/// <param name="Minutes">On the counter's grid.</param>
/// <param name="EarliestOn">The first bookable day of this channel, inclusive.</param>
/// <param name="LatestOn">The last one, inclusive.</param>
/// <param name="BroughtOver">The first day is later because a card must be brought over from another office.</param>
public sealed record SeatMap(Counter Counter, int Minutes, DateOnly EarliestOn, DateOnly LatestOn, bool BroughtOver, IReadOnlyList<SeatDay> Days);
