namespace Tewatashi.Reservations.Calls;

/// <summary>The visit that a call is about.</summary>
/// <param name="StartsAt">Wall time in the office.</param>
/// <param name="Persons">How many come for their card in it.</param>
public sealed record CallVisit(ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, string Counter, int Persons);
