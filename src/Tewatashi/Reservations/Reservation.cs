using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>予約 of one card in a visit. A card has at most one that is live (held, booked, checked in, needs rebooking): a unique index.</summary>
public sealed class Reservation : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid VisitId { get; init; }
    public required Guid CardId { get; init; }

    /// <summary>1 for the person who booked, then those who come along.</summary>
    public required int Ordinal { get; init; }

    public required RecipientKind RecipientKind { get; set; }
    public required int Minutes { get; set; }
    public required ReservationState State { get; set; }

    /// <summary>Why it ended as it did: a code of the list that belongs to the state; null where the state says it all.</summary>
    public string? EndReason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
