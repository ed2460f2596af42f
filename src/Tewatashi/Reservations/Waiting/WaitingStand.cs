using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// How someone who waits stands at this moment: for whom, how long the visit would be, what they have booked already. What decides
/// whether the wait is over and which seats they can take.
/// </summary>
/// <param name="Booked">The visit they have already and would give up for an earlier one; null where there is none.</param>
/// <param name="Reservations">Of that visit; none without one.</param>
/// <param name="Minutes">Of the whole visit, before it is put on a counter's grid.</param>
/// <param name="Cards">Of everyone, in their order.</param>
/// <param name="ContactId">A verified mail address; null where they must be called.</param>
internal sealed record WaitingStand(
    WaitingEntry Entry,
    IReadOnlyList<Guid> Counters,
    Visit? Booked,
    IReadOnlyList<Reservation> Reservations,
    int Minutes,
    IReadOnlyList<BookableCard> Cards,
    Guid? ContactId)
{
    public OfferWay Way => ContactId is null ? OfferWay.Call : OfferWay.Mail;

    public static async Task<WaitingStand> OfAsync(TewatashiContext context, WaitingEntry entry, BookingRules rules, CancellationToken cancellationToken)
    {
        var persons = await context.WaitingPersons.AsNoTracking().Where(row => row.WaitingId == entry.Id).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var counters = await context.WaitingCounters.AsNoTracking().Where(row => row.WaitingId == entry.Id).Select(row => row.CounterId).ToListAsync(cancellationToken);
        var booked = await context.Visits.AsNoTracking()
            .Where(visit => visit.Seat == SeatState.Taken && context.Reservations.Any(row => row.VisitId == visit.Id && row.CardId == entry.CardId && row.State == ReservationState.Booked))
            .FirstOrDefaultAsync(cancellationToken);
        // Those who were taken out of the booking have ended already.
        var reservations = booked is null ? [] : (await context.ReservationsOfAsync(booked.Id, cancellationToken)).FindAll(row => row.State != ReservationState.Cancelled);
        List<Guid> ids = booked is null ? persons.ConvertAll(person => person.CardId) : [.. reservations.Select(row => row.CardId).OfType<Guid>()];
        var loaded = (await BookableCard.LoadAsync(context, ids, cancellationToken)).ToDictionary(card => card.Id);
        var minutes = booked is null
            ? persons.Sum(person => rules.MinutesOf(person.RecipientKind, loaded.GetValueOrDefault(person.CardId)?.AmendmentNeeded ?? false))
            : reservations.Sum(row => row.Minutes);
        var visitId = booked?.Id;
        var contact = await context.Contacts.AsNoTracking()
            .Where(row => row.VerifiedAt != null && (row.WaitingId == entry.Id || (visitId != null && row.VisitId == visitId)))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        return new WaitingStand(entry, counters, booked, reservations, minutes, [.. ids.Where(loaded.ContainsKey).Select(id => loaded[id])], contact);
    }

    /// <summary>Why the wait is over; null where it goes on.</summary>
    public WaitingEnd? WhyOver(BookingRules rules)
    {
        var earliest = rules.EarliestOn(Entry.Channel);
        if (Cards.Any(card => card.WhyNot(Entry.Channel, rules.Now, card.VisitId) is BookingRefusal.HandedOver or BookingRefusal.SentByPost
            || card.LastCollectableOn(rules.Settings.ReceivableAfterDeadline) < earliest)) return WaitingEnd.NotCollectable;
        if (Booked is { } booked && booked.Day <= Entry.ToOn) return WaitingEnd.BookedOtherwise;
        return Entry.ToOn < earliest ? WaitingEnd.SpanOver : null;
    }

    /// <summary>Whether they could take a seat at all, if they accept until then.</summary>
    public bool CanTake(BookingRules atExpiry)
    {
        if (Cards.Count == 0) return false;
        foreach (var card in Cards)
        {
            // Held or booked with another visit (a family's, or one that must be moved): that comes first.
            if (card.WhyNot(Entry.Channel, atExpiry.Now, Booked?.Id) is not null) return false;
        }

        if (Booked is null) return true;
        // The one who waits must be the one who booked, and must still be able to give the booking up.
        return Reservations.All(row => row.KindId is null && row.State == ReservationState.Booked) && Reservations[0].CardId == Entry.CardId
            && (Entry.Channel != Channel.Web || atExpiry.Now < atExpiry.ChangeableUntil(Booked.Day));
    }

    public bool Suits(TimeOnly startsAt) => Entry.PartOfDay switch
    {
        PartOfDay.Any => true,
        PartOfDay.Morning => startsAt < new TimeOnly(12, 0),
        PartOfDay.Afternoon => startsAt >= new TimeOnly(12, 0),
    };

    /// <summary>The days on which a seat at an office would do, both inclusive; the first lies behind the last where none would.</summary>
    public (DateOnly First, DateOnly Last) Days(BookingRules now, BookingRules atExpiry, string buildingPath)
    {
        var period = BookingPeriod.Of(atExpiry, Entry.Channel, buildingPath, Cards);
        var first = period.EarliestOn > Entry.FromOn ? period.EarliestOn : Entry.FromOn;
        DateOnly[] ends = [Entry.ToOn, period.LatestOn, now.LatestOn, .. Booked is { } booked ? [booked.Day.AddDays(-1)] : Array.Empty<DateOnly>()];
        return (first, ends.Min());
    }
}
