using Tewatashi.Time;

namespace Tewatashi.Server.Demo;

/// <summary>The clock by which the demonstration's past is lived through: put forward from day to day, never beyond the present.</summary>
internal sealed class DemoClock(TimeProvider present) : TimeProvider
{
    private readonly Lock turn = new();
    private DateTimeOffset now;

    public DateOnly PresentDay { get; } = JapanTime.Today(present);

    public TimeOnly PresentTime { get; } = JapanTime.TimeNow(present);

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn)
        {
            // A little later at every look, so that a history has an order.
            now = Earlier(now.AddMilliseconds(20));
            return now;
        }
    }

    /// <summary>Goes on to a moment; one that lies behind or in the future changes nothing or stops at the present.</summary>
    public void GoTo(DateOnly day, TimeOnly time)
    {
        lock (turn)
        {
            var wanted = Earlier(JapanTime.InstantOf(day, time));
            if (wanted > now) now = wanted;
        }
    }

    private DateTimeOffset Earlier(DateTimeOffset wanted) => present.GetUtcNow() is var limit && wanted > limit ? limit : wanted;
}
