namespace Tewatashi.Reservations;

/// <summary>A visit on the way to its booking, with what its confirmation needs to know.</summary>
/// <param name="Persons">In their order.</param>
/// <param name="ContactId">The mail address given last for this visit; null where none was.</param>
internal sealed record OwnHold(Visit Visit, List<Reservation> Persons, Guid? ContactId);
