using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Letters;

/// <summary>Reads a visit for a mail.</summary>
internal static class LetterVisits
{
    public static async Task<LetterVisit> OfAsync(TewatashiContext context, Visit visit, BookingRules rules, CancellationToken cancellationToken)
    {
        var counter = await context.Counters.AsNoTracking().SingleAsync(row => row.Id == visit.CounterId, cancellationToken);
        var offer = visit.OfferId is { } offerId ? await context.SeatOffers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == offerId && row.EndedAt == null, cancellationToken) : null;
        // An offered seat has no reservations before the answer: those who wait stand for them.
        var persons = offer is null
            ? await (
                from reservation in context.Reservations
                    // Those who were taken out are not in it; of a cancelled visit it is everyone.
                where reservation.VisitId == visit.Id && (reservation.State != ReservationState.Cancelled || visit.Seat == SeatState.Released)
                from kind in context.BookingKinds.Where(row => row.Id == reservation.KindId).DefaultIfEmpty()
                orderby reservation.Ordinal
                select new LetterPerson(reservation.RecipientKind, kind)).AsNoTracking().ToListAsync(cancellationToken)
            : await context.WaitingPersons.AsNoTracking().Where(row => row.WaitingId == offer.WaitingId).OrderBy(row => row.Ordinal)
                .Select(row => new LetterPerson(row.RecipientKind, null)).ToListAsync(cancellationToken);
        return new LetterVisit(
            visit.Id, visit.Version, offer is null ? visit.ReservationNumber : null, visit.Day, visit.StartsAt, visit.Minutes,
            counter.Name, counter.Access, persons, rules.ChangeableUntil(visit.Day), offer?.ExpiresAt);
    }
}
