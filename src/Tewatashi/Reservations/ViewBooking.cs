using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// How a card stands for booking: its live visit, a hold included, or whether it can be booked. A resident sees the card signed in
/// with alone, and under 要窓口確認 the same as under any other suspension and nothing of a booking.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class ViewBooking(Database database)
{
    public sealed record Request(Guid CardId);

    /// <param name="SerialNumber">Null for somebody who followed a mailed link.</param>
    /// <param name="WhyNot">Why it cannot be booked now; null where it can.</param>
    /// <param name="Visit">Its live visit; null where it has none or none may be shown.</param>
    /// <param name="Status">処理状況; null for somebody who followed a mailed link.</param>
    /// <param name="DeadlineOn">交付期限 of its notice, inclusive; null where it has none.</param>
    public sealed record Shown(Guid CardId, SerialNumber? SerialNumber, bool AmendmentNeeded, BookingRefusal? WhyNot, VisitView? Visit, DateOnly? DeadlineOn, CardStatus? Status)
    {
        /// <summary>Waits for an earlier seat.</summary>
        public bool Waits { get; init; }

        /// <summary>Of the municipality's set-up, as it was read beside.</summary>
        public byte[]? SetupMark { get; init; }
    }

    /// <summary>Null where there is no such card, or it is another resident's.</summary>
    public Task<Shown?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewReservation, async work =>
        {
            var byResident = work.Caller.Actor.Kind == ActorKind.Resident;
            var card = byResident && work.Caller.Actor.Id != request.CardId.ToString()
                ? null
                : (await BookableCard.LoadAsync(work.Context, [request.CardId], cancellationToken)).SingleOrDefault();
            if (card is null)
            {
                if (byResident && await OfLinkAsync(work, request.CardId, cancellationToken) is { } shown) return shown;
                work.Abandon();
                return null;
            }

            var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken, card.SetupMark);
            var hidden = byResident && card.Suspension == Suspension.AskAtCounter;
            var visit = card.VisitId is { } visitId && !hidden ? await VisitViews.ViewAsync(work, visitId, rules, cancellationToken) : null;
            var channel = OwnVisits.ChannelOf(work.Caller);
            // One's own hold stands in nobody's way: the next choice replaces it.
            var why = card.WhyNot(channel, work.Now, card.Seat == SeatState.Held && card.FirstCardId == card.Id ? card.VisitId : null);
            if (why is null && card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline) < rules.EarliestOn(channel)) why = BookingRefusal.DeadlinePassed;
            work.Record("Shown", card.Id, others: visit?.Persons.Select(person => person.CardId).OfType<Guid>());
            // A visit that may not be shown: another person of it may be 要窓口確認, and then this card reads as suspended too.
            var state = visit?.Persons.FirstOrDefault(person => person.CardId == card.Id)?.State;
            var status = card.VisitId is not null && visit is null ? CardStatus.Suspended : CardStatuses.Of(card.Progress, card.PlaceKind, card.Suspension, card.Notice, state);
            return new Shown(card.Id, card.SerialNumber, card.AmendmentNeeded, why, visit, card.DeadlineOn, status) { Waits = card.Waits, SetupMark = card.SetupMark };
        }, cancellationToken: cancellationToken);

    // Somebody who followed a mailed link: the booking of their address, and no card.
    private static async Task<Shown?> OfLinkAsync(Work work, Guid contactId, CancellationToken cancellationToken)
    {
        if (work.Caller.Actor.Id != contactId.ToString()) return null;
        var token = await work.Context.Contacts.Where(row => row.Id == contactId && row.VerifiedAt != null).Select(row => row.AddressToken).FirstOrDefaultAsync(cancellationToken);
        if (token is null) return null;
        var visits = await (
            from visit in work.Context.Visits
            where visit.OwnerToken == token && visit.Seat != SeatState.Released && work.Context.Reservations.Any(row => row.VisitId == visit.Id
                && (row.State == ReservationState.Held || row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn || row.State == ReservationState.NeedsRebooking))
            orderby visit.Seat == SeatState.Held, visit.Day descending
            select (Guid?)visit.Id).FirstOrDefaultAsync(cancellationToken);
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var view = visits is { } visitId ? await VisitViews.ViewAsync(work, visitId, rules, cancellationToken) : null;
        work.Record("Shown", contactId);
        return new Shown(contactId, null, false, null, view, null, null);
    }
}
