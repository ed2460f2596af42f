using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>A person of a visit as pages show it: 「1人目(下4けた 1234)」, without a name.</summary>
/// <param name="NotReady">The card cannot be handed over as things stand: suspended, missing, not prepared or gone. Why is not said.</param>
public sealed record VisitPersonView(Guid ReservationId, Guid CardId, int Ordinal, SerialNumber SerialNumber, RecipientKind RecipientKind, ReservationState State, bool NotReady)
{
    /// <summary>要追記: something more is to be brought.</summary>
    public bool AmendmentNeeded { get; init; }
}
