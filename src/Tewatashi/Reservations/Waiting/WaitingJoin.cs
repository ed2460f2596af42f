using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Puts someone on the waiting list: the one way for residents and for the telephone desk.</summary>
internal sealed class WaitingJoin(Work work, KeyStore keys)
{
    /// <summary>The entry, or why not; then the caller abandons.</summary>
    /// <param name="persons">Who would come; left aside where there is a booking to be given up: then its persons count.</param>
    public async Task<(WaitingEntry? Entry, WaitingRefusal? Refusal)> AddAsync(
        Guid cardId, IReadOnlyList<VisitPerson> persons, WaitingWish wish, Channel channel, CancellationToken cancellationToken)
    {
        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var booked = await work.Context.Visits.AsNoTracking().Where(visit => visit.Seat == SeatState.Taken
            && work.Context.Reservations.Any(row => row.VisitId == visit.Id && row.CardId == cardId && row.State == ReservationState.Booked)).FirstOrDefaultAsync(cancellationToken);
        if (booked is not null)
        {
            persons = [.. (await work.Context.ReservationsOfAsync(booked.Id, cancellationToken))
                .Where(row => row.State != ReservationState.Cancelled).Select(row => new VisitPerson(row.CardId, row.RecipientKind, null, row.KindId))];
        }

        if (persons.Any(person => person.KindId is not null || person.CardId is null)) return (null, new WaitingRefusal.OtherKind());
        if (persons.Count == 0 || persons.Count > rules.Settings.PersonsPerVisit || persons[0].CardId != cardId) return (null, new WaitingRefusal.Unanswered());
        if (await WhyNotAsync(cardId, persons, booked, channel, rules, cancellationToken) is { } refusal) return (null, refusal);
        var (from, to, wrong) = SpanOf(wish, booked, channel, rules);
        if (wrong is not null) return (null, wrong);
        var counters = await work.Context.Counters.Where(row => row.Active && wish.CounterIds.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        if (counters.Count == 0 || counters.Count < wish.CounterIds.Distinct().Count()) return (null, new WaitingRefusal.NoCounter());

        var entry = new WaitingEntry { Municipality = work.Municipality, Id = Ids.New(), CardId = cardId, FromOn = from, ToOn = to, PartOfDay = wish.PartOfDay, Channel = channel, CreatedAt = work.Now };
        work.Context.Add(entry);
        foreach (var (index, person) in persons.Index()) work.Context.Add(ProxyNames.InWait(keys, entry, person, index + 1));
        foreach (var counterId in counters) work.Context.Add(new WaitingCounter { Municipality = work.Municipality, WaitingId = entry.Id, CounterId = counterId });
        if (!await work.Context.WorkItems.AnyAsync(row => row.Municipality == work.Municipality && row.Kind == WorkKind.OfferSeats, cancellationToken))
            work.Context.Add(new WorkItem { Municipality = work.Municipality, Kind = WorkKind.OfferSeats, SubjectId = Guid.Empty, DueAt = work.Now });
        return (entry, null);
    }

    private async Task<WaitingRefusal?> WhyNotAsync(Guid cardId, IReadOnlyList<VisitPerson> persons, Visit? booked, Channel channel, BookingRules rules, CancellationToken cancellationToken)
    {
        if (await work.Context.WaitingEntries.AnyAsync(row => row.CardId == cardId && row.EndedAt == null, cancellationToken)) return new WaitingRefusal.AlreadyWaiting();
        var cards = (await BookableCard.LoadAsync(work.Context, [.. persons.Select(person => person.CardId).OfType<Guid>()], cancellationToken)).ToDictionary(card => card.Id);
        foreach (var person in persons)
        {
            var card = person.CardId is { } id ? cards.GetValueOrDefault(id) : null;
            if (card is null) return new WaitingRefusal.NotBookable(person.CardId ?? cardId, BookingRefusal.Unknown);
            // One's own hold stands in nobody's way: it lapses by itself.
            var own = card.Seat == SeatState.Held && card.FirstCardId == cardId ? card.VisitId : booked?.Id;
            if (card.WhyNot(channel, work.Now, own) is { } why) return new WaitingRefusal.NotBookable(card.Id, why);
            if (card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline) < rules.EarliestOn(channel)) return new WaitingRefusal.NotBookable(card.Id, BookingRefusal.DeadlinePassed);
            if (!rules.IsOpen(person.RecipientKind)) return new WaitingRefusal.NotBookable(card.Id, BookingRefusal.RecipientKindClosed);
            if (booked is null && person.RecipientKind.NeedsProxyName() && person.ProxyName is null) return new WaitingRefusal.NotBookable(card.Id, BookingRefusal.ProxyNameMissing);
        }

        return null;
    }

    private static (DateOnly From, DateOnly To, WaitingRefusal? Wrong) SpanOf(WaitingWish wish, Visit? booked, Channel channel, BookingRules rules)
    {
        var earliest = rules.EarliestOn(channel);
        var latest = booked is not null && booked.Day.AddDays(-1) < rules.LatestOn ? booked.Day.AddDays(-1) : rules.LatestOn;
        if (latest < earliest) return (default, default, new WaitingRefusal.NothingEarlier());
        var from = wish.FromOn < earliest ? earliest : wish.FromOn;
        var to = wish.ToOn > latest ? latest : wish.ToOn;
        return from > to ? (default, default, new WaitingRefusal.SpanWrong(earliest, latest)) : (from, to, null);
    }
}
