using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// Offers free seats to those who wait, to one person at a time and in the order of their wishes. Looks at what is free now, whatever
/// freed it: a cancellation, a change, an offer that nobody answered, a closure lifted, more booths. Nobody is offered what they cannot
/// take until the offer ends, nor a second time a day at a counter they let go by.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class OfferSeats(Database database)
{
    /// <summary>So many offers in a row without an answer end a wait.</summary>
    public const int Unanswered = 3;

    // What is looked at before the next offer is made; the rest follows in the next round.
    private const int AtOnce = 50;

    /// <summary>A seat that would do.</summary>
    private sealed record Fit(OfficeCounter At, DateOnly Day, TimeOnly StartsAt);

    /// <returns>How many offers were made; call again while it is not 0.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        await EndExpiredAsync(caller, cancellationToken);
        var waiting = await database.ReadAsync(caller.Municipality, context => context.WaitingEntries.AsNoTracking()
            .Where(row => row.EndedAt == null && !context.SeatOffers.Any(offer => offer.WaitingId == row.Id && offer.EndedAt == null))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
        if (waiting.Count == 0) return 0;
        var free = await database.ReadAsync(caller.Municipality, context => FreeDays.LoadAsync(context, waiting.Min(row => row.FromOn), waiting.Max(row => row.ToOn), cancellationToken), cancellationToken);
        var made = 0;
        foreach (var chunk in waiting.Where(free.MayHold).Chunk(AtOnce))
        {
            foreach (var entry in chunk)
            {
                if (await OfferAsync(caller, entry, free, cancellationToken)) made++;
            }
        }

        return made;
    }

    private Task<bool> EndExpiredAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.OfferSeat, async work =>
        {
            var expired = await work.Context.Visits.AsNoTracking()
                .Where(row => row.Seat == SeatState.Held && row.OfferId != null && row.HoldExpiresAt <= work.Now).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken);
            var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
            if (given.Count == 0) return work.Refuse(false);
            await work.MoveSeatsAsync(null, given, cancellationToken);
            work.Record("Expired", others: expired.Select(visit => visit.Id));
            return true;
        }, cancellationToken: cancellationToken);

    private async Task<bool> OfferAsync(Caller caller, WaitingEntry entry, FreeDays free, CancellationToken cancellationToken)
    {
        // First without a lock: for most there is nothing.
        if (!await database.ReadAsync(caller.Municipality, async context => await FindAsync(context, entry, free, database.Clock.GetUtcNow(), cancellationToken) is not null, cancellationToken)) return false;
        try
        {
            return await database.WriteAsync(caller, OperationKind.OfferSeat, work => OfferAsync(work, entry, free, cancellationToken), cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return false; // another worker was faster with this entry
        }
    }

    private static async Task<bool> OfferAsync(Work work, WaitingEntry former, FreeDays free, CancellationToken cancellationToken)
    {
        if (await work.LockWaitAsync(former.Id, cancellationToken) is not { } entry) return work.Refuse(false);
        if (await work.OpenOfferAsync(entry.Id, cancellationToken) is not null) return work.Refuse(false);
        if (await FindAsync(work.Context, entry, free, work.Now, cancellationToken) is not (var stand, var fit, var expiresAt)) return work.Refuse(false);
        if (fit.At.SpanOf(fit.Day, fit.StartsAt, stand.Minutes, onWeb: entry.Channel == Channel.Web) is not { } span) return work.Refuse(false);
        var expired = await Holds.ExpiredAsync(work, span.BuildingId, span.Day, cancellationToken);
        var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
        if (!await work.MoveSeatsAsync(span, given, cancellationToken)) return work.Refuse(false);

        var offer = new SeatOffer { Municipality = work.Municipality, Id = Ids.New(), WaitingId = entry.Id, VisitId = Ids.New(), Way = stand.Way, OfferedAt = work.Now, ExpiresAt = expiresAt };
        work.Context.Add(HeldVisit(work, entry, span, offer));
        work.Context.Add(offer);
        if (stand.ContactId is { } contactId) work.Enqueue(MailKind.Offer, contactId, offer.VisitId);
        else await work.AddCallAsync(new NewCall(CallReason.Offer, entry.CardId, offer.VisitId, offer.ExpiresAt), cancellationToken);
        work.Record("Offered", offer.VisitId, offer.Way.ToString(), stand.Cards.Select(card => card.Id));
        return true;
    }

    private static Visit HeldVisit(Work work, WaitingEntry entry, SeatSpan span, SeatOffer offer) => new()
    {
        Municipality = work.Municipality,
        Id = offer.VisitId,
        ReservationNumber = ReservationNumber.New(),
        CounterId = span.CounterId,
        BuildingId = span.BuildingId,
        Day = span.Day,
        StartsAt = span.StartsAt,
        Minutes = span.Minutes,
        GridMinutes = span.GridMinutes,
        Channel = entry.Channel,
        Seat = SeatState.Held,
        HoldExpiresAt = offer.ExpiresAt,
        OfferId = offer.Id,
        CreatedAt = work.Now,
    };

    /// <summary>The earliest seat that would do; null where there is none.</summary>
    private static async Task<(WaitingStand Stand, Fit Fit, DateTimeOffset ExpiresAt)?> FindAsync(
        TewatashiContext context, WaitingEntry entry, FreeDays free, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rules = await BookingRules.LoadAsync(context, at, cancellationToken);
        var stand = await WaitingStand.OfAsync(context, entry, rules, cancellationToken);
        if (stand.WhyOver(rules) is not null) return null;
        var expiresAt = OfferTime.ExpiryOf(stand.Way, at, rules.Settings.OfferMinutes, free.Calendar.BusinessDays.IsOpen);
        var atExpiry = await BookingRules.LoadAsync(context, expiresAt, cancellationToken);
        if (!stand.CanTake(atExpiry)) return null;

        var gone = await context.SeatOffers.AsNoTracking().Where(row => row.WaitingId == entry.Id)
            .Join(context.Visits, offer => offer.VisitId, visit => visit.Id, (_, visit) => new { visit.CounterId, visit.Day }).ToListAsync(cancellationToken);
        Fit? best = null;
        foreach (var counterId in stand.Counters)
        {
            if (await OfficeCounter.FindAsync(context, counterId, cancellationToken) is not { } counter) continue;
            var (first, last) = stand.Days(rules, atExpiry, counter.BuildingPath);
            foreach (var day in free.Of(counterId, first, last).Where(day => best is null || day <= best.Day))
            {
                if (gone.Exists(row => row.CounterId == counterId && row.Day == day)) continue;
                var stock = await SeatStock.LoadAsync(context, free.Calendar, [counter.Counter], day, day, at, cancellationToken);
                var time = stock.TimesOf(counter.Counter, day, BookingRules.OnGrid(stand.Minutes, counter.Counter.GridMinutes), entry.Channel)
                    .FirstOrDefault(time => stand.Suits(time.StartsAt) && JapanTime.InstantOf(day, time.StartsAt) > expiresAt);
                if (time is null) continue;
                if (best is null || (day, time.StartsAt).CompareTo((best.Day, best.StartsAt)) < 0) best = new Fit(counter, day, time.StartsAt);
                break;
            }
        }

        return best is null ? null : (stand, best, expiresAt);
    }
}
