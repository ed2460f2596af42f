namespace Tewatashi.Reservations;

/// <summary>A time at which a visit can begin, with how many such visits still fit.</summary>
public sealed record SeatTime(TimeOnly StartsAt, int Free);
