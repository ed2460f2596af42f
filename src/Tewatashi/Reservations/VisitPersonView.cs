using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>A person of a visit as pages show it: 「1人目(下4けた 1234)」, without a name.</summary>
/// <param name="NotReady">The card cannot be handed over as things stand: suspended, missing, not prepared or gone. Why is not said.</param>
/// <param name="CardId">Null, as its number, where the kind needs no card.</param>
/// <param name="Kind">The kind of booking; null: 受取.</param>
public sealed record VisitPersonView(
    Guid ReservationId, Guid? CardId, int Ordinal, SerialNumber? SerialNumber, RecipientKind RecipientKind, ReservationState State, bool NotReady, BookingKind? Kind)
{
    /// <summary>Of the 製造管理番号; empty where no card is needed.</summary>
    public string LastFour => SerialNumber?.LastFour ?? "";

    /// <summary>要追記: something more is to be brought.</summary>
    public bool AmendmentNeeded { get; init; }
}
