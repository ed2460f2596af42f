using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>Finds the visit of somebody who arrives.</summary>
internal static class ArrivalSearch
{
    /// <param name="VisitId">Null where the card has no live booking.</param>
    /// <param name="CardId">Null where the visit itself was named.</param>
    public sealed record Found(Guid? VisitId, Guid? CardId);

    public static async Task<Found?> FindAsync(TewatashiContext context, ArrivalCode code, CancellationToken cancellationToken) => code switch
    {
        ArrivalCode.Visit visit => await ByVisitAsync(context.Visits.Where(row => row.Id == visit.Id), cancellationToken),
        ArrivalCode.Reservation reservation => await ByVisitAsync(context.Visits.Where(row => row.ReservationNumber == reservation.Number), cancellationToken),
        ArrivalCode.Reception reception => await ByNoticeAsync(context, reception.Number, cancellationToken),
        ArrivalCode.EitherNumber either =>
            await ByVisitAsync(context.Visits.Where(row => row.ReservationNumber == either.AsReservation), cancellationToken)
            ?? await ByNoticeAsync(context, either.AsReception, cancellationToken),
        ArrivalCode.Card card => await ByCardAsync(
            context, await context.Cards.Where(row => row.SerialNumber == card.SerialNumber).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken), cancellationToken),
        _ => throw new InvalidOperationException($"Unknown code {code.GetType().Name}."),
    };

    private static async Task<Found?> ByVisitAsync(IQueryable<Visit> visits, CancellationToken cancellationToken) =>
        await visits.Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } id ? new Found(id, null) : null;

    // A withdrawn notice still tells whose card it is: people bring the first letter after a second was sent.
    private static async Task<Found?> ByNoticeAsync(TewatashiContext context, ReceptionNumber number, CancellationToken cancellationToken) =>
        await ByCardAsync(
            context, await context.Notices.Where(row => row.ReceptionNumber == number).Select(row => (Guid?)row.CardId).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    private static async Task<Found?> ByCardAsync(TewatashiContext context, Guid? cardId, CancellationToken cancellationToken)
    {
        if (cardId is not { } id) return null;
        var visits = await (
            from reservation in context.Reservations
            where reservation.CardId == id && (reservation.State == ReservationState.Booked
                || reservation.State == ReservationState.CheckedIn || reservation.State == ReservationState.NeedsRebooking)
            select (Guid?)reservation.VisitId).SingleOrDefaultAsync(cancellationToken);
        return new Found(visits, id);
    }
}
