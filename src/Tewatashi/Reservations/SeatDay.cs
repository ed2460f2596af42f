namespace Tewatashi.Reservations;

/// <summary>A day of a counter for someone who wants a seat.</summary>
/// <param name="ClosedBecause">The holiday or closure; null where the day is open or simply has no hours.</param>
/// <param name="Times">Every time at which enough is free, in order.</param>
public sealed record SeatDay(DateOnly Day, SeatDayState State, string? ClosedBecause, IReadOnlyList<SeatTime> Times);
