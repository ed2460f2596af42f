using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>Takes a seat for a new visit: the one way from a wish to cells of the grid, on the internet and on the telephone.</summary>
internal sealed class VisitTaking(Work work, KeyStore keys)
{
    /// <summary>The visit, held on the internet and booked on every other channel; or why not, then the caller abandons.</summary>
    public async Task<(Visit? Visit, SeatRefusal? Refusal)> TakeAsync(VisitWish wish, CancellationToken cancellationToken)
    {
        var ids = wish.Persons.Select(person => person.CardId).OfType<Guid>().ToList();
        var cards = (await BookableCard.LoadAsync(work.Context, ids, cancellationToken)).ToDictionary(card => card.Id);
        var setup = await BookingSetup.OfAsync(work.Context, cards.Values.FirstOrDefault()?.SetupMark, cancellationToken);
        var rules = BookingRules.Of(setup, work.Now);
        if (wish.Persons.Count == 0 || wish.Persons.Count > rules.Settings.PersonsPerVisit || ids.Distinct().Count() < ids.Count)
            return (null, new SeatRefusal.WrongCount(rules.Settings.PersonsPerVisit));
        if (setup.Counter(wish.CounterId) is not { } at) return (null, new SeatRefusal.NoCounter());

        var kinds = await KindRules.LoadAsync(work.Context, wish.Persons.Select(person => person.KindId), cancellationToken);
        foreach (var person in wish.Persons)
        {
            var card = person.CardId is { } cardId ? cards.GetValueOrDefault(cardId) : null;
            // The hold of the one who books is replaced; the hold in which another family has this card is not.
            var own = card is { Seat: SeatState.Held, FirstCardId: not null } && card.FirstCardId == wish.Persons[0].CardId ? card.VisitId : null;
            if (PersonRefusal.Of(person, cards, kinds, at.Counter.Code, wish.Channel, rules, own) is { } why) return (null, new SeatRefusal.NotBookable(person.CardId, why));
        }

        var period = BookingPeriod.Of(rules, wish.Channel, at.BuildingPath, cards.Values);
        if (WhyOutside(period, rules, cards.Values, wish.Day) is { } outside) return (null, outside);

        var minutes = wish.Persons.Select(person => kinds.MinutesOf(rules, person, person.CardId is { } id && cards[id].AmendmentNeeded)).ToList();
        var span = at.SpanOf(wish.Day, wish.StartsAt, minutes.Sum(), onWeb: wish.Channel == Channel.Web, keptToo: rules.KeptReleased(wish.Day));
        if (span is null || HasBegun(span, wish.Channel)) return (null, new SeatRefusal.Full());

        var replaced = await OwnHoldsAsync(cards.Values, wish.OwnerToken, cancellationToken);
        var given = await Holds.EndAsync(work, replaced, Holds.Replaced, cancellationToken);
        // Before any cell is touched: every use case locks visits first and cells last, so that nobody waits in a circle. Hardly a seat waits for a
        // hold that ran out: they are looked for only once it turned out to be wanting, from the beginning.
        var expired = work.IsAgain ? await Holds.ExpiredAsync(work, span.BuildingId, span.Day, cancellationToken) : [];
        given.AddRange(await Holds.EndAsync(work, expired.ExceptBy(replaced.Select(hold => hold.Id), hold => hold.Id), Holds.Expired, cancellationToken));
        if (!await work.MoveSeatsAsync(span, given, cancellationToken))
        {
            if (!work.IsAgain && (await Holds.ExpiredAsync(work, span.BuildingId, span.Day, cancellationToken)).Count > 0) throw new PassingException();
            return (null, new SeatRefusal.Full());
        }

        var visit = NewVisit(wish, span, rules);
        work.Context.Add(visit);
        var state = visit.Seat == SeatState.Held ? ReservationState.Held : ReservationState.Booked;
        for (var i = 0; i < wish.Persons.Count; i++) ReservationRows.Add(work, keys, visit.Id, wish.Persons[i], i + 1, minutes[i], state);
        await TakeContactsAlongAsync(replaced, visit, cancellationToken);
        // A hold makes nobody carry anything yet.
        if (visit.Seat == SeatState.Taken) await work.OrderAsync(visit.Id, visit.BuildingId, visit.Day, BookableCard.NeedsOf(cards.Values, at.BuildingPath), cancellationToken);
        return (visit, null);
    }

    // Whoever stands at the counter may have the cell that is running.
    private bool HasBegun(SeatSpan span, Channel channel) =>
        JapanTime.InstantOf(span.Day, span.StartsAt).AddMinutes(channel == Channel.Counter ? span.GridMinutes : 0) <= work.Now;

    internal static SeatRefusal? WhyOutside(BookingPeriod period, BookingRules rules, IEnumerable<BookableCard> cards, DateOnly day)
    {
        if (period.Holds(day)) return null;
        if (!period.IsEmpty) return new SeatRefusal.OutsidePeriod(period.Earliest, period.Latest);
        var late = cards.FirstOrDefault(card => card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline) < period.EarliestOn);
        return late is null
            ? new SeatRefusal.OutsidePeriod(period.Earliest, period.Latest)
            : new SeatRefusal.NotBookable(late.Id, BookingRefusal.DeadlinePassed);
    }

    private Task<List<Visit>> OwnHoldsAsync(IEnumerable<BookableCard> cards, byte[]? ownerToken, CancellationToken cancellationToken)
    {
        if (ownerToken is not null)
            return work.Context.Visits.AsNoTracking().Where(row => row.OwnerToken == ownerToken && row.Seat == SeatState.Held).ToListAsync(cancellationToken);
        var ids = cards.Where(card => card.Seat == SeatState.Held).Select(card => card.VisitId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? Task.FromResult<List<Visit>>([])
            : work.Context.Visits.AsNoTracking().Where(row => ids.Contains(row.Id) && row.Seat == SeatState.Held).ToListAsync(cancellationToken);
    }

    private Visit NewVisit(VisitWish wish, SeatSpan span, BookingRules rules)
    {
        var held = wish.Channel == Channel.Web;
        return new Visit
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            ReservationNumber = ReservationNumber.New(),
            CounterId = span.CounterId,
            BuildingId = span.BuildingId,
            Day = span.Day,
            StartsAt = span.StartsAt,
            Minutes = span.Minutes,
            GridMinutes = span.GridMinutes,
            OwnerToken = wish.OwnerToken,
            Channel = wish.Channel,
            Seat = held ? SeatState.Held : SeatState.Taken,
            HoldExpiresAt = held ? work.Now + rules.HoldTime : null,
            CreatedAt = work.Now,
            BookedAt = held ? null : work.Now,
        };
    }

    // The mail address was given for the time chosen before; the resident does not type it again.
    private async Task TakeContactsAlongAsync(List<Visit> replaced, Visit visit, CancellationToken cancellationToken)
    {
        if (replaced.Count == 0) return;
        await work.Context.SaveChangesAsync(cancellationToken);
        var from = replaced.ConvertAll(hold => hold.Id);
        await work.Context.Contacts.Where(row => row.VisitId != null && from.Contains(row.VisitId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.VisitId, (Guid?)visit.Id), cancellationToken);
    }
}
