namespace Tewatashi.Counters;

/// <summary>What a visit takes of the grid: every cell of its counter that it covers, and every cell of the office's total.</summary>
/// <param name="Minutes">A multiple of the grid.</param>
/// <param name="OnWeb">Booked by internet, and so limited by the kept seats.</param>
public sealed record SeatSpan(Guid CounterId, Guid BuildingId, DateOnly Day, TimeOnly StartsAt, int Minutes, int GridMinutes, bool OnWeb)
{
    /// <summary>On the internet too the kept seats may be taken: they were released, or someone who lost their place goes first.</summary>
    public bool KeptToo { get; init; }

    /// <summary>The office's total is always counted in cells of five minutes, so that counters of different grids add up exactly.</summary>
    public const int OfficeGridMinutes = 5;

    public IEnumerable<(Guid OwnerId, DateOnly Day, int Minute)> Cells()
    {
        var from = MinuteOf(StartsAt);
        for (var minute = from; minute < from + Minutes; minute += GridMinutes) yield return (CounterId, Day, minute);
        for (var minute = from; minute < from + Minutes; minute += OfficeGridMinutes) yield return (BuildingId, Day, minute);
    }

    public static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
