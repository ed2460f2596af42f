using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Reads a visit with its counter and persons for a page.</summary>
internal static class VisitViews
{
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<Mail>> Mails = KeptQuery.Of((TewatashiContext context, Guid id) =>
        context.Contacts.Where(row => row.Id == id).Select(row => new Mail(row.Masked, row.VerifiedAt)));

    // Each person with the visit, in one way to the database instead of two.
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<Person>> Persons = KeptQuery.Of((TewatashiContext context, Guid visitId) =>
        (from reservation in context.Reservations
         where reservation.VisitId == visitId
         join visit in context.Visits on reservation.VisitId equals visit.Id
         join counter in context.Counters on visit.CounterId equals counter.Id
         from card in context.Cards.Where(row => row.Id == reservation.CardId).DefaultIfEmpty()
         from kind in context.BookingKinds.Where(row => row.Id == reservation.KindId).DefaultIfEmpty()
         select new Person(
             visit,
             counter,
             // The id alone: of several columns the latest of every visit would be looked for, and then this one's taken from them.
             context.Contacts.Where(contact => contact.VisitId == visit.Id).OrderByDescending(contact => contact.CreatedAt)
                 .ThenByDescending(contact => contact.Id).Select(contact => (Guid?)contact.Id).FirstOrDefault(),
             new VisitPersonView(
                 reservation.Id, reservation.CardId, reservation.Ordinal, card!.SerialNumber, reservation.RecipientKind, reservation.State,
                 reservation.State == ReservationState.Booked && reservation.CardId != null
                     && (card!.Suspension != null || card.PlaceKind == PlaceKind.Missing || card.Progress != CardProgress.Prepared),
                 kind)
             { AmendmentNeeded = ((bool?)card!.AmendmentNeeded) == true },
             (Suspension?)card!.Suspension)).AsNoTracking());

    private sealed record Mail(string Masked, DateTimeOffset? VerifiedAt);

    private sealed record Person(Visit Visit, Counter Counter, Guid? ContactId, VisitPersonView View, Suspension? Suspension);

    /// <summary>
    /// Null where there is no such visit, or where the card of the one who booked it is suspended and somebody else looks: the reason may be
    /// 要窓口確認, and nobody else is to learn when that person comes. Those who were taken out are not in it.
    /// </summary>
    public static async Task<VisitView?> ViewAsync(Work work, Guid visitId, BookingRules rules, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var persons = await Persons(context, visitId).ToListAsync(cancellationToken);
        if (persons is not [var found, ..]) return null;
        var mail = found.ContactId is { } contactId ? await Mails(context, contactId).FirstOrDefaultAsync(cancellationToken) : null;
        persons.Sort((one, other) => one.View.Ordinal.CompareTo(other.View.Ordinal));
        var byResident = work.Caller.Actor.Kind == ActorKind.Resident;
        if (found.Visit.Seat == SeatState.Taken || found.Visit.LostAt is not null) persons.RemoveAll(person => person.View.State == ReservationState.Cancelled);
        if (byResident && persons.Find(person => person.View.CardId is not null) is { Suspension: not null } first && first.View.CardId.ToString() != work.Caller.Actor.Id) return null;

        var until = rules.ChangeableUntil(found.Visit.Day);
        var lost = found.Visit.LostAt is not null && persons.TrueForAll(person => person.View.State == ReservationState.NeedsRebooking);
        var booked = found.Visit.Seat == SeatState.Taken && persons.TrueForAll(person => person.View.State == ReservationState.Booked);
        return new VisitView(
            found.Visit,
            found.Counter,
            // Counted anew: whoever was taken out leaves no gap.
            [.. persons.Select((person, index) => person.View with { Ordinal = index + 1 })],
            found.Visit.HoldExpiresAt,
            Math.Max(0, rules.Settings.HoldExtensions - found.Visit.HoldExtensions),
            mail?.Masked,
            mail?.VerifiedAt is not null,
            until,
            lost || (booked && (!byResident || work.Now < until)),
            rules.Settings.PersonsPerVisit,
            lost && found.Visit.HasPriority(work.Now),
            lost ? (await CounterCalendar.LoadAsync(context, cancellationToken)).WhyClosed(found.Counter, found.Visit.Day) : null);
    }
}
