using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// 「この日時で予約する」: the offered seat becomes a booking, or takes the place of the later booking there is, under its 予約番号 and in one
/// stroke. Until the offer expires and not a moment longer: then the next in line is asked.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class AcceptOffer(Database database, KeyStore keys)
{
    public sealed record Request(Guid WaitingId, Guid OfferId);

    public abstract record Outcome;

    public sealed record Accepted(Guid VisitId, ReservationNumber Number) : Outcome;

    /// <summary>The offer is over; the wait goes on.</summary>
    public sealed record Gone : Outcome;

    /// <summary>Something else stands in the way since the offer.</summary>
    public sealed record Refused(SeatRefusal Why) : Outcome;

    /// <summary>No such wait of this resident, or it has ended.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.AcceptOffer, async work =>
        {
            var outcome = await AcceptAsync(work, request, cancellationToken);
            if (outcome is not Accepted) work.Abandon();
            return outcome;
        }, async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            return new Accepted(visit.Id, visit.ReservationNumber);
        }, cancellationToken),
        () => new Gone());

    private async Task<Outcome> AcceptAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.LockOwnWaitAsync(request.WaitingId, cancellationToken) is not { } entry) return await AgainAsync(work, request, cancellationToken);
        if (await work.OpenOfferAsync(entry.Id, cancellationToken) is not { } offer || offer.Id != request.OfferId || offer.ExpiresAt <= work.Now) return new Gone();
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var stand = await WaitingStand.OfAsync(work.Context, entry, rules, cancellationToken);
        foreach (var card in stand.Cards)
        {
            if (card.WhyNot(entry.Channel, work.Now, stand.Booked?.Id) is { } why) return new Refused(new SeatRefusal.NotBookable(card.Id, why));
        }

        var held = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == offer.VisitId, cancellationToken);
        if (await OfficeCounter.FindAsync(work.Context, held.CounterId, cancellationToken) is not { } at) return new Refused(new SeatRefusal.NoCounter());
        // Longer than it was when the seat was offered: an amendment came up meanwhile.
        if (stand.Minutes > held.Minutes) return new Refused(new SeatRefusal.Full());
        if (!(stand.Booked is { } booked ? await ExchangeAsync(work, booked, held, cancellationToken) : await BookAsync(work, entry, held, rules, stand, cancellationToken))) return new Gone();

        var visitId = stand.Booked?.Id ?? held.Id;
        await work.Context.SeatOffers.Where(row => row.Id == offer.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now).SetProperty(row => row.EndReason, OfferEnd.Accepted), cancellationToken);
        await work.SettleOfferCallAsync(offer.Id, cancellationToken);
        await work.EndWaitAsync(entry, WaitingEnd.Accepted, cancellationToken);
        if (stand.Booked is { } former) await work.MoveSeatsAsync(null, [former.Span], cancellationToken);
        await work.OrderAnewAsync(visitId, held.BuildingId, held.Day, BookableCard.NeedsOf([.. stand.Cards], at.BuildingPath), cancellationToken);
        await work.EnqueueMailAsync(visitId, stand.Booked is null ? MailKind.Booked : MailKind.Changed, cancellationToken);
        work.Record("Accepted", visitId, FormattableString.Invariant($"{held.Day:yyyy-MM-dd} {held.StartsAt:HH:mm}"), stand.Cards.Select(card => card.Id));
        return new Accepted(visitId, stand.Booked?.ReservationNumber ?? held.ReservationNumber);
    }

    /// <summary>Pressed twice: what was booked the first time.</summary>
    private static async Task<Outcome> AgainAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var cardId = await work.Context.WaitingEntries.AsNoTracking()
            .Where(row => row.Id == request.WaitingId && work.Context.SeatOffers.Any(offer => offer.Id == request.OfferId && offer.WaitingId == row.Id && offer.EndReason == OfferEnd.Accepted))
            .Select(row => (Guid?)row.CardId).FirstOrDefaultAsync(cancellationToken);
        if (cardId is null || (work.Caller.Actor.Kind == ActorKind.Resident && work.Caller.Actor.Id != cardId.ToString())) return new NotFound();
        var visit = await work.Context.Visits.AsNoTracking()
            .FirstOrDefaultAsync(row => work.Context.Reservations.Any(reservation => reservation.VisitId == row.Id && reservation.CardId == cardId && reservation.State == ReservationState.Booked), cancellationToken);
        if (visit is null) return new NotFound();
        work.Record("Accepted", visit.Id, "Again");
        return new Accepted(visit.Id, visit.ReservationNumber);
    }

    /// <summary>The later booking moves to the offered seat and gives its own back. False: the offer was ended meanwhile.</summary>
    private static async Task<bool> ExchangeAsync(Work work, Visit booked, Visit held, CancellationToken cancellationToken)
    {
        var moved = await work.Context.Visits
            .Where(row => row.Id == booked.Id && row.Seat == SeatState.Taken && row.Version == booked.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.CounterId, held.CounterId)
                .SetProperty(row => row.BuildingId, held.BuildingId)
                .SetProperty(row => row.Day, held.Day)
                .SetProperty(row => row.StartsAt, held.StartsAt)
                .SetProperty(row => row.Minutes, held.Minutes)
                .SetProperty(row => row.GridMinutes, held.GridMinutes)
                .SetProperty(row => row.Channel, held.Channel)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (moved == 0) throw new PassingException();
        return await work.Context.Visits
            .Where(row => row.Id == held.Id && row.Seat == SeatState.Held && row.Version == held.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seat, SeatState.Released)
                .SetProperty(row => row.HoldExpiresAt, (DateTimeOffset?)null)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 1;
    }

    private async Task<bool> BookAsync(Work work, WaitingEntry entry, Visit held, BookingRules rules, WaitingStand stand, CancellationToken cancellationToken)
    {
        var taken = await work.Context.Visits
            .Where(row => row.Id == held.Id && row.Seat == SeatState.Held && row.Version == held.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seat, SeatState.Taken)
                .SetProperty(row => row.HoldExpiresAt, (DateTimeOffset?)null)
                .SetProperty(row => row.BookedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (taken == 0) return false;
        var amended = stand.Cards.Where(card => card.AmendmentNeeded).Select(card => card.Id).ToHashSet();
        foreach (var person in await work.Context.WaitingPersons.AsNoTracking().Where(row => row.WaitingId == entry.Id).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken))
        {
            var reservation = new Reservation
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                VisitId = held.Id,
                CardId = person.CardId,
                Ordinal = person.Ordinal,
                RecipientKind = person.RecipientKind,
                Minutes = rules.MinutesOf(person.RecipientKind, amended.Contains(person.CardId)),
                State = ReservationState.Booked,
            };
            work.Context.Add(reservation);
            if (ProxyNames.OpenInWait(keys, person) is { } name) work.Context.Add(ProxyNames.Seal(keys, reservation, name, work.Now));
        }

        await work.Context.SaveChangesAsync(cancellationToken);
        // The address given for waiting is now that of the booking.
        await work.Context.Contacts.Where(row => row.WaitingId == entry.Id && row.VisitId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.VisitId, (Guid?)held.Id), cancellationToken);
        return true;
    }
}
