using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;

namespace Tewatashi.Reservations.Lists;

/// <summary>Joins cards with what a list says of them, in the order asked for.</summary>
internal static class CardListRows
{
    public static IQueryable<CardListRow> Of(TewatashiContext context, IQueryable<Card> cards, CardListOrder order, bool descending)
    {
        var live = from reservation in context.Reservations
                   where reservation.CardId != null
                       && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)
                   join visit in context.Visits on reservation.VisitId equals visit.Id
                   select new { reservation.CardId, reservation.State, visit.Day, visit.StartsAt };
        var joined = from card in cards
                     join location in context.Locations on card.LocationId equals (Guid?)location.Id into places
                     from location in places.DefaultIfEmpty()
                     join notice in context.Notices.Where(row => row.State != NoticeState.Withdrawn) on card.Id equals notice.CardId into notices
                     from notice in notices.DefaultIfEmpty()
                     join booking in live on (Guid?)card.Id equals booking.CardId into bookings
                     from booking in bookings.DefaultIfEmpty()
                     join shipment in context.Shipments on card.ShipmentId equals (Guid?)shipment.Id into shipments
                     from shipment in shipments.DefaultIfEmpty()
                     select new
                     {
                         Card = card,
                         Path = (string?)location.Path,
                         Notice = (NoticeState?)notice.State,
                         Deadline = card.LastDayOn ?? (DateOnly?)notice.DeadlineOn,
                         Booking = (ReservationState?)booking.State,
                         Day = (DateOnly?)booking.Day,
                         At = (TimeOnly?)booking.StartsAt,
                         Arrived = card.ReceivedAt ?? card.AddedAt,
                         Shipment = (string?)shipment.Name,
                     };
        // The databases disagree on where nulls go: here they always come last.
        joined = (order, descending) switch
        {
            (CardListOrder.Serial, false) => joined.OrderBy(row => row.Card.SerialNumber),
            (CardListOrder.Serial, true) => joined.OrderByDescending(row => row.Card.SerialNumber),
            (CardListOrder.Place, false) => joined.OrderBy(row => row.Path == null).ThenBy(row => row.Path).ThenBy(row => row.Card.SerialNumber),
            (CardListOrder.Place, true) => joined.OrderBy(row => row.Path == null).ThenByDescending(row => row.Path).ThenBy(row => row.Card.SerialNumber),
            (CardListOrder.Arrived, false) => joined.OrderBy(row => row.Arrived).ThenBy(row => row.Card.SerialNumber),
            (CardListOrder.Arrived, true) => joined.OrderByDescending(row => row.Arrived).ThenBy(row => row.Card.SerialNumber),
            (CardListOrder.Deadline, false) => joined.OrderBy(row => row.Deadline == null).ThenBy(row => row.Deadline).ThenBy(row => row.Card.SerialNumber),
            (CardListOrder.Deadline, true) => joined.OrderBy(row => row.Deadline == null).ThenByDescending(row => row.Deadline).ThenBy(row => row.Card.SerialNumber),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return joined.Select(row => new CardListRow(
            row.Card.Id, row.Card.Version, row.Card.SerialNumber, row.Card.Progress, row.Card.PlaceKind, row.Path, row.Card.Suspension, row.Card.AmendmentNeeded, row.Card.Route,
            row.Notice, row.Deadline, row.Booking, row.Day, row.At, row.Card.Progress == CardProgress.Expected ? null : row.Arrived, row.Shipment));
    }
}
