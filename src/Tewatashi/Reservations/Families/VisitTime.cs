namespace Tewatashi.Reservations.Families;

/// <summary>Where and when a visit begins.</summary>
/// <param name="StartsAt">Wall time in the office.</param>
public sealed record VisitTime(Guid CounterId, DateOnly Day, TimeOnly StartsAt);
