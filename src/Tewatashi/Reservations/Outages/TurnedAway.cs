using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Outages;

/// <summary>Somebody who came during an outage and went home without what they came for. A booking counts once in an outage: a unique index.</summary>
public sealed class TurnedAway : IMunicipalityOwned
{
    /// <summary>The unique index that counts a booking once.</summary>
    internal const string OnceForABooking = "ux_turned_away_once_for_a_booking";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid OutageId { get; init; }

    /// <summary>Null for who came without a booking: nobody looked whose card it would have been.</summary>
    public required Guid? ReservationId { get; init; }

    public required TurnedAwayWay Way { get; init; }
    public required DateTimeOffset At { get; init; }
}
