using Tewatashi.Time;

namespace Tewatashi.Bench.Year;

/// <summary>The office's clock: put forward to each part of each day, and a little later at every look, so that a history has an order.</summary>
internal sealed class YearClock : TimeProvider
{
    private long milliseconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Add(ref milliseconds, 2));

    public void GoTo(DateOnly day, TimeOnly time) => Interlocked.Exchange(ref milliseconds, Math.Max(milliseconds, JapanTime.InstantOf(day, time).ToUnixTimeMilliseconds()));
}
