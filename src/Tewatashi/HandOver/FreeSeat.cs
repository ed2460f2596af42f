namespace Tewatashi.HandOver;

/// <summary>A time at a counter at which a visit could begin.</summary>
public sealed record FreeSeat(Guid CounterId, string Counter, DateOnly Day, TimeOnly StartsAt);
