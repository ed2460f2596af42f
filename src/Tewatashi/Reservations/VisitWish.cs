namespace Tewatashi.Reservations;

/// <summary>A seat that is wanted: where, when, for whom.</summary>
internal sealed record VisitWish(Guid CounterId, DateOnly Day, TimeOnly StartsAt, Channel Channel, IReadOnlyList<VisitPerson> Persons);
