using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>
/// 「この内容で予約する」: the hold becomes a booking, lapsed or not. Where the seat was given back meanwhile, the same seat is tried again
/// without a word.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class BookVisit(Database database)
{
    public sealed record Request(Guid VisitId);

    public abstract record Outcome;

    public sealed record Booked(Guid VisitId, ReservationNumber Number) : Outcome;

    /// <summary>The time ran out and someone else has the seat.</summary>
    /// <param name="Visit">What was held, where its time simply ran out; null where the office took it away or it cannot be told any more.</param>
    public sealed record SeatGone(Visit? Visit = null) : Outcome;

    /// <summary>Something else stands in the way since the hold.</summary>
    public sealed record Refused(SeatRefusal Why) : Outcome;

    /// <summary>No such hold of this resident.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.BookReservation, async work =>
        {
            var outcome = await BookAsync(work, request, cancellationToken);
            if (outcome is not Booked) work.Abandon();
            return outcome;
        }, async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            return new Booked(visit.Id, visit.ReservationNumber);
        }, cancellationToken),
        () => new SeatGone());

    private static async Task<Outcome> BookAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.OwnHoldAsync(request.VisitId, work.Caller, cancellationToken) is not { } own) return new NotFound();
        var (visit, reservations) = (own.Visit, own.Persons);
        if (reservations.TrueForAll(reservation => reservation.State == ReservationState.Booked))
        {
            work.Record("Booked", visit.Id, "Again");
            return new Booked(visit.Id, visit.ReservationNumber);
        }

        if (visit.OwnerToken is not null && await LinkOwner.OfAsync(work, cancellationToken) is { } owner && await LinkOwner.HasBookingAsync(work, owner, cancellationToken))
            return new Refused(new SeatRefusal.NotBookable(null, BookingRefusal.AlreadyBooked));
        var (why, needs) = await LookAsync(work, visit, reservations, cancellationToken);
        if (why is not null) return new Refused(why);
        if (visit.Seat != SeatState.Held && !await TakeAgainAsync(work, visit, reservations, cancellationToken)) return new SeatGone(RanOut(reservations) ? visit : null);

        await TakeAsync(work, visit, reservations, cancellationToken);
        await work.OrderAsync(visit.Id, visit.BuildingId, visit.Day, needs, cancellationToken);
        if (own.ContactId is not null || visit.OwnerToken is not null) await work.EnqueueMailAsync(visit.Id, MailKind.Booked, cancellationToken);
        work.Record("Booked", visit.Id, others: reservations.Select(reservation => reservation.CardId).OfType<Guid>());
        await work.Context.SaveChangesAsync(cancellationToken);
        return new Booked(visit.Id, visit.ReservationNumber);
    }

    // Ended or extended between our look and our update: look again. The visit by itself and first, as whoever ends it does; what belongs to it is written in one go with the record.
    private static async Task TakeAsync(Work work, Visit visit, List<Reservation> reservations, CancellationToken cancellationToken)
    {
        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == visit.Seat && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seat, SeatState.Taken)
                .SetProperty(row => row.HoldExpiresAt, (DateTimeOffset?)null)
                .SetProperty(row => row.BookedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) throw new PassingException();
        work.Context.AttachRange(reservations);
        foreach (var reservation in reservations) (reservation.State, reservation.EndReason, reservation.EndedAt) = (ReservationState.Booked, null, null);
    }

    /// <summary>What stands in the way since the hold, or which cards must be brought over.</summary>
    private static async Task<(SeatRefusal? Why, IReadOnlyCollection<TransferNeed> Needs)> LookAsync(
        Work work, Visit visit, List<Reservation> reservations, CancellationToken cancellationToken)
    {
        var cards = await BookableCard.LoadAsync(work.Context, [.. reservations.Select(reservation => reservation.CardId).OfType<Guid>()], cancellationToken);
        foreach (var card in cards)
        {
            if (card.WhyNot(Channel.Web, work.Now, visit.Id) is { } why) return (new SeatRefusal.NotBookable(card.Id, why), []);
        }

        var setup = await BookingSetup.OfAsync(work.Context, cards.FirstOrDefault()?.SetupMark, cancellationToken);
        // Whoever holds a seat got it by the rules of that moment: midnight, which comes before the form is filled in, takes it from nobody.
        var rules = BookingRules.Of(setup, visit.Seat == SeatState.Held ? visit.CreatedAt : work.Now);
        var at = setup.Counter(visit.CounterId);
        return at is null
            ? (new SeatRefusal.NoCounter(), [])
            : (VisitTaking.WhyOutside(BookingPeriod.Of(rules, Channel.Web, at.BuildingPath, cards), rules, cards, visit.Day), BookableCard.NeedsOf(cards, at.BuildingPath));
    }

    private static bool RanOut(List<Reservation> reservations) =>
        reservations.TrueForAll(reservation => reservation.State == ReservationState.Lapsed && reservation.EndReason == Holds.Expired);

    private static async Task<bool> TakeAgainAsync(Work work, Visit visit, List<Reservation> reservations, CancellationToken cancellationToken)
    {
        if (!RanOut(reservations)) return false;
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var expired = await Holds.ExpiredAsync(work, visit.BuildingId, visit.Day, cancellationToken);
        var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
        return await work.MoveSeatsAsync(visit.Span with { KeptToo = rules.KeptReleased(visit.Day) }, given, cancellationToken);
    }
}
