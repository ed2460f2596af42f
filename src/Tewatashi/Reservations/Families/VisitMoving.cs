using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations.Families;

/// <summary>
/// Gives a booked visit another time, more people, or both, in one stroke: the new seat is taken and the old one given back together,
/// so that a refusal leaves everything as it was. Someone's card that is not ready stops nobody else's.
/// </summary>
internal sealed class VisitMoving(Work work, KeyStore keys)
{
    /// <param name="at">The new time; null: where it is now, longer by those who are added.</param>
    /// <param name="added">People who come along from now on.</param>
    /// <returns>Null when it is done; else the caller abandons.</returns>
    public async Task<SeatRefusal?> MoveAsync(BookedVisit booked, VisitTime? at, IReadOnlyList<VisitPerson> added, CancellationToken cancellationToken)
    {
        var (visit, _, rules, channel) = booked;
        var aim = at ?? new VisitTime(visit.CounterId, visit.Day, visit.StartsAt);
        var addedCards = added.Select(person => person.CardId).OfType<Guid>().ToList();
        if (booked.Coming.Count + added.Count > rules.Settings.PersonsPerVisit || addedCards.Distinct().Count() < addedCards.Count)
            return new SeatRefusal.WrongCount(rules.Settings.PersonsPerVisit);
        if (await OfficeCounter.FindAsync(work.Context, aim.CounterId, cancellationToken) is not { } office) return new SeatRefusal.NoCounter();

        var kinds = await KindRules.LoadAsync(work.Context, [.. added.Select(person => person.KindId), .. booked.Coming.Select(row => row.KindId)], cancellationToken);
        var cards = (await BookableCard.LoadAsync(work.Context, [.. booked.Cards, .. addedCards], cancellationToken)).ToDictionary(card => card.Id);
        foreach (var person in added)
        {
            if (PersonRefusal.Of(person, cards, kinds, office.Counter.Code, channel, rules, null) is { } why) return new SeatRefusal.NotBookable(person.CardId, why);
        }

        if (aim.CounterId != visit.CounterId && booked.Coming.Any(row => row.KindId is not null
            && kinds.WhyNot(new VisitPerson(row.CardId, row.RecipientKind, null, row.KindId), channel, office.Counter.Code) == BookingRefusal.KindNotHere))
        {
            return new SeatRefusal.NotBookable(null, BookingRefusal.KindNotHere);
        }

        if (WhyNobody(booked, cards, added.Count) is { } nobody) return nobody;
        // A place lost to a closure or an outage may be had again on the same day by who asks the staff, unless a card would have to be brought over anew.
        var stays = aim.Day == visit.Day && office.Counter.BuildingId == visit.BuildingId && (at is null || channel != Channel.Web)
            && !(booked.Lost && cards.Values.Any(card => card.LiesElsewhere(office.BuildingPath)));
        if (WhyOutside(booked, cards, added, aim, office, stays) is { } outside) return outside;

        var minutes = added.Select(person => kinds.MinutesOf(rules, person, person.CardId is { } id && cards[id].AmendmentNeeded)).ToList();
        var span = office.SpanOf(aim.Day, aim.StartsAt, booked.Coming.Sum(row => row.Minutes) + minutes.Sum(), onWeb: channel == Channel.Web,
            keptToo: visit.HasPriority(work.Now) || rules.KeptReleased(aim.Day));
        if (span is null || (at is not null && aim.Day == rules.Today && aim.StartsAt <= JapanTime.TimeOf(work.Now))) return new SeatRefusal.Full();

        await TakeVisitAsync(visit, span, channel, cancellationToken);
        if (booked.Lost) await RebookAsync(booked.Coming, cancellationToken);
        var ordinal = booked.Rows.Max(row => row.Ordinal);
        foreach (var (index, person) in added.Index())
            ReservationRows.Add(work, keys, visit.Id, person, ordinal + index + 1, minutes[index], ReservationState.Booked);
        if (added.Count > 0) await work.Context.SaveChangesAsync(cancellationToken);

        // The visit first, the cells last: every use case locks in this order.
        var expired = await Holds.ExpiredAsync(work, span.BuildingId, span.Day, cancellationToken);
        var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
        if (!await work.MoveSeatsAsync(span, booked.Lost ? given : [visit.Span, .. given], cancellationToken)) return new SeatRefusal.Full();

        await work.OrderAnewAsync(visit.Id, span.BuildingId, span.Day, BookableCard.NeedsOf(cards.Values, office.BuildingPath), cancellationToken);
        await work.EnqueueMailAsync(visit.Id, MailKind.Changed, cancellationToken);
        return null;
    }

    // One whose card is not ready stays in the visit; only where nobody's is, there is nothing to come for.
    private SeatRefusal? WhyNobody(BookedVisit booked, Dictionary<Guid, BookableCard> cards, int added)
    {
        if (added > 0) return null;
        SeatRefusal? first = null;
        foreach (var row in booked.Coming)
        {
            if (row.CardId is not { } cardId || cards[cardId].WhyNot(booked.Channel, work.Now, booked.Visit.Id) is not { } why) return null;
            first ??= new SeatRefusal.NotBookable(row.CardId, why);
        }

        return first;
    }

    // Whoever was ready for that day in that office stays so: the lead counts for those who are new to it.
    private SeatRefusal? WhyOutside(
        BookedVisit booked, Dictionary<Guid, BookableCard> cards, IReadOnlyList<VisitPerson> added, VisitTime aim, OfficeCounter office, bool stays)
    {
        var asked = cards.Values
            .Where(card => added.Any(person => person.CardId == card.Id) || (!stays && card.WhyNot(booked.Channel, work.Now, booked.Visit.Id) is null)).ToList();
        if (asked.Count == 0 && stays) return null;
        var period = BookingPeriod.Of(booked.Rules, booked.Channel, office.BuildingPath, asked, booked.Visit.HasPriority(work.Now));
        return VisitTaking.WhyOutside(period, booked.Rules, asked, aim.Day);
    }

    // They have a place again, and nobody needs to call them for it.
    private async Task RebookAsync(IReadOnlyList<Reservation> coming, CancellationToken cancellationToken)
    {
        foreach (var reservation in coming)
        {
            if (!await work.StepAsync(reservation, ReservationStep.Rebook, cancellationToken)) throw new PassingException();
        }

        await work.SettleCallsAsync([.. coming.Select(reservation => reservation.CardId).OfType<Guid>()], cancellationToken, CallReason.NeedsRebooking, CallReason.Outage);
    }

    private async Task TakeVisitAsync(Visit visit, SeatSpan span, Channel channel, CancellationToken cancellationToken)
    {
        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == visit.Seat && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.CounterId, span.CounterId)
                .SetProperty(row => row.BuildingId, span.BuildingId)
                .SetProperty(row => row.Day, span.Day)
                .SetProperty(row => row.StartsAt, span.StartsAt)
                .SetProperty(row => row.Minutes, span.Minutes)
                .SetProperty(row => row.GridMinutes, span.GridMinutes)
                .SetProperty(row => row.Channel, channel)
                .SetProperty(row => row.Seat, SeatState.Taken)
                .SetProperty(row => row.LostAt, (DateTimeOffset?)null)
                .SetProperty(row => row.PriorityUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) throw new PassingException();
    }
}
