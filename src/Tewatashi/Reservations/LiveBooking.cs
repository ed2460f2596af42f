using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>The one booking of a card that still counts, for the eye of staff.</summary>
/// <param name="StartsAt">Wall time in the office.</param>
public sealed record LiveBooking(
    Guid VisitId, ReservationNumber Number, DateOnly Day, TimeOnly StartsAt, string Counter, ReservationState State, DateTimeOffset? HoldExpiresAt)
{
    /// <summary>Null where the card has none. Of a hold ask <see cref="Stands"/> too: it may have run out.</summary>
    public static async Task<LiveBooking?> OfAsync(TewatashiContext context, Guid cardId, CancellationToken cancellationToken) =>
        await (
            from reservation in context.Reservations
            where reservation.CardId == cardId
                && (reservation.State == ReservationState.Held || reservation.State == ReservationState.Booked
                    || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)
            join visit in context.Visits on reservation.VisitId equals visit.Id
            join counter in context.Counters on visit.CounterId equals counter.Id
            select new LiveBooking(visit.Id, visit.ReservationNumber, visit.Day, visit.StartsAt, counter.Name, reservation.State, visit.HoldExpiresAt))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether it stands at this moment.</summary>
    public bool Stands(DateTimeOffset now) => State != ReservationState.Held || HoldExpiresAt > now;
}
