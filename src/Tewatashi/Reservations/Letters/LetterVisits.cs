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
        var kinds = offer is null
            ? await context.Reservations.AsNoTracking()
                // Those who were taken out are not in it; of a cancelled visit it is everyone.
                .Where(row => row.VisitId == visit.Id && (row.State != ReservationState.Cancelled || visit.Seat == SeatState.Released)).OrderBy(row => row.Ordinal).Select(row => row.RecipientKind).ToListAsync(cancellationToken)
            : await context.WaitingPersons.AsNoTracking().Where(row => row.WaitingId == offer.WaitingId).OrderBy(row => row.Ordinal).Select(row => row.RecipientKind).ToListAsync(cancellationToken);
        return new LetterVisit(
            visit.Id, visit.Version, offer is null ? visit.ReservationNumber : null, visit.Day, visit.StartsAt, visit.Minutes,
            counter.Name, counter.Access, kinds, rules.ChangeableUntil(visit.Day), offer?.ExpiresAt);
    }
}
