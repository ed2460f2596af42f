using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// A freed seat offered to one person who waits. Its <see cref="Visit"/> is held without reservations until the answer, so that the
/// seat is sold to nobody else. One open offer for each entry and each visit: unique indexes.
/// </summary>
public sealed class SeatOffer : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid WaitingId { get; init; }

    /// <summary>The visit that holds the seat.</summary>
    public required Guid VisitId { get; init; }

    public required OfferWay Way { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when, not included, it can be accepted; never at night.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public OfferEnd? EndReason { get; set; }
}
