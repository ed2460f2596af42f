namespace Tewatashi.Reservations;

/// <summary>A seat that is wanted: where, when, for whom.</summary>
/// <param name="OwnerToken">Of the address that books without a notice; null otherwise.</param>
internal sealed record VisitWish(Guid CounterId, DateOnly Day, TimeOnly StartsAt, Channel Channel, IReadOnlyList<VisitPerson> Persons, byte[]? OwnerToken = null);
