using Tewatashi.Counters;

namespace Tewatashi.Reservations.Closures;

/// <summary>The seats of a counter on one day: numbers alone, nobody's booking.</summary>
/// <param name="WhyClosed">Null where nothing closes it.</param>
/// <param name="Fewer">Booths that are not staffed for a part of the day.</param>
public sealed record CounterDay(Counter Counter, DateOnly Day, string? WhyClosed, IReadOnlyList<CounterDay.Line> Lines, IReadOnlyList<FewerBooths> Fewer)
{
    /// <summary>One cell of the counter.</summary>
    /// <param name="Free">For a visit at the counter, the office's own limit counted.</param>
    public sealed record Line(TimeOnly StartsAt, int Booths, int Taken, int Free);
}
