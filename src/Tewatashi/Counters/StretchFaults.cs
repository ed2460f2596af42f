namespace Tewatashi.Counters;

/// <summary>What is wrong with stretches of opening hours: one rule for weeks and for single days.</summary>
internal static class StretchFaults
{
    /// <summary>The fault of one stretch by itself; null where it has none.</summary>
    public static HoursFault? Of(Stretch stretch, int gridMinutes) =>
        stretch.ClosesAt <= stretch.OpensAt ? HoursFault.EndsFirst
        : stretch.Booths is < 1 or > 99 ? HoursFault.Booths
        : OffGrid(stretch.OpensAt, gridMinutes) || OffGrid(stretch.ClosesAt, gridMinutes) ? HoursFault.OffGrid
        : null;

    public static bool Overlap(Stretch one, Stretch other) => one.OpensAt < other.ClosesAt && other.OpensAt < one.ClosesAt;

    private static bool OffGrid(TimeOnly time, int gridMinutes) => time.Ticks % (gridMinutes * TimeSpan.TicksPerMinute) != 0;
}
