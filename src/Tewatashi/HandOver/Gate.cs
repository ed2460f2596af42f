using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>A reservation at the gate with its visit and card, as they stand in this transaction.</summary>
internal sealed record Gate(Reservation Reservation, Visit Visit, Card Card)
{
    /// <summary>Null where there is no such reservation, or its kind needs no card. The card is tracked.</summary>
    public static async Task<Gate?> FindAsync(TewatashiContext context, Guid reservationId, CancellationToken cancellationToken)
    {
        if (await context.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reservationId, cancellationToken) is not { CardId: { } cardId } reservation) return null;
        return new Gate(
            reservation,
            await context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId, cancellationToken),
            await context.Cards.SingleAsync(row => row.Id == cardId, cancellationToken));
    }

    /// <summary>Null where the gate may open.</summary>
    public GateStop? Stop =>
        Reservation.State == ReservationState.Completed || Card.Progress == CardProgress.HandedOver ? GateStop.HandedOver
        : Reservation.State == ReservationState.Booked ? GateStop.NotCheckedIn
        : Reservation.State != ReservationState.CheckedIn ? GateStop.Ended
        : Card.Suspension is not null ? GateStop.Suspended
        : Card.Progress != CardProgress.Prepared ? GateStop.NotPrepared
        : Card.PlaceKind != PlaceKind.TakenOut && (Card.PlaceKind != PlaceKind.Tray || Card.TrayCounterId != Visit.CounterId) ? GateStop.NotInTray
        : null;
}
