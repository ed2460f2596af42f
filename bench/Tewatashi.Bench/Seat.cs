namespace Tewatashi.Bench;

/// <summary>A time at a counter that a resident asks for.</summary>
internal readonly record struct Seat(Guid CounterId, DateOnly Day, TimeOnly StartsAt);
