using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Reads a visit with its counter and persons for a page.</summary>
internal static class VisitViews
{
    /// <summary>Null where there is no such visit, or for a resident where one of its cards is 要窓口確認: then nothing of a booking is shown.</summary>
    public static async Task<VisitView?> ViewAsync(Work work, Guid visitId, BookingRules rules, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var found = await context.Visits.AsNoTracking().Where(row => row.Id == visitId)
            .Join(context.Counters, visit => visit.CounterId, counter => counter.Id, (visit, counter) => new
            {
                Visit = visit,
                Counter = counter,
                Mail = context.Contacts.Where(contact => contact.VisitId == visit.Id).OrderByDescending(contact => contact.CreatedAt)
                    .ThenByDescending(contact => contact.Id).Select(contact => new { contact.Masked, contact.VerifiedAt }).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var persons = await context.Reservations.AsNoTracking().Where(row => row.VisitId == visitId).OrderBy(row => row.Ordinal)
            .Join(context.Cards, reservation => reservation.CardId, card => card.Id, (reservation, card) => new
            {
                View = new VisitPersonView(reservation.Id, card.Id, reservation.Ordinal, card.SerialNumber, reservation.RecipientKind, reservation.State),
                card.Suspension,
            }).ToListAsync(cancellationToken);
        persons.Sort((one, other) => one.View.Ordinal.CompareTo(other.View.Ordinal));
        var byResident = work.Caller.Actor.Kind == ActorKind.Resident;
        if (byResident && persons.Exists(person => person.Suspension == Suspension.AskAtCounter)) return null;

        var until = rules.ChangeableUntil(found.Visit.Day);
        var booked = found.Visit.Seat == SeatState.Taken && persons.TrueForAll(person => person.View.State == ReservationState.Booked);
        return new VisitView(
            found.Visit,
            found.Counter,
            persons.ConvertAll(person => person.View),
            found.Visit.HoldExpiresAt,
            Math.Max(0, rules.Settings.HoldExtensions - found.Visit.HoldExtensions),
            found.Mail?.Masked,
            found.Mail?.VerifiedAt is not null,
            until,
            booked && (!byResident || work.Now < until));
    }
}
