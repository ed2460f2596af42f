namespace Tewatashi.Reservations.Closures;

/// <summary>A booked visit that loses its place: no name, only what a list on the wall may show.</summary>
/// <param name="StartsAt">Wall time in the office.</param>
/// <param name="LastFours">下4けた of each card, in the order of the persons.</param>
/// <param name="ByMail">Told by mail; the others go on the call list.</param>
public sealed record LosingVisit(
    Guid VisitId, ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, string Counter, IReadOnlyList<string> LastFours, IReadOnlyList<Guid> CardIds, bool ByMail);
