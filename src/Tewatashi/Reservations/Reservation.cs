using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>予約 of one person in a visit: 受取 of a card, or another kind of booking, mostly without one. A card has at most one that is live (held, booked, checked in, needs rebooking): a unique index.</summary>
public sealed class Reservation : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid VisitId { get; init; }

    /// <summary>Null where the kind needs no card of ours.</summary>
    public required Guid? CardId { get; init; }

    /// <summary>The kind of booking; null: 受取, which always has a card (a CHECK).</summary>
    public Guid? KindId { get; init; }

    /// <summary>1 for the person who booked, then those who come along.</summary>
    public required int Ordinal { get; init; }

    public required RecipientKind RecipientKind { get; set; }
    public required int Minutes { get; set; }
    public required ReservationState State { get; set; }

    /// <summary>Why it ended as it did: a code of the list that belongs to the state; null where the state says it all.</summary>
    public string? EndReason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
