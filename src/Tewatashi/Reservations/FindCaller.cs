using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>Finds the card of a caller by a number read out on the telephone: 製造管理番号, 予約番号 or 受付番号.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindCaller(Database database)
{
    public sealed record Request(ScanCode Code);

    /// <summary>The card; of a family's visit the card of the one who booked. Null where the number is nobody's.</summary>
    public Task<Guid?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.SearchCards, async work =>
        {
            var found = await FindAsync(work.Context, request.Code, cancellationToken);
            if (found is null) work.Abandon();
            else work.Record("Found", found);
            return found;
        }, cancellationToken: cancellationToken);

    private static async Task<Guid?> FindAsync(TewatashiContext context, ScanCode code, CancellationToken cancellationToken) => code switch
    {
        ScanCode.Card card when SerialNumber.TryParse(card.Serial, out var serial) =>
            await context.Cards.Where(row => row.SerialNumber == serial).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken),
        ScanCode.Reservation reservation => await ByReservationAsync(context, reservation.Number, cancellationToken),
        ScanCode.Reception reception => await ByNoticeAsync(context, reception.Number, cancellationToken),
        ScanCode.EitherNumber either =>
            await ByReservationAsync(context, either.Digits, cancellationToken) ?? await ByNoticeAsync(context, either.Digits, cancellationToken),
        _ => null,
    };

    private static Task<Guid?> ByReservationAsync(TewatashiContext context, string digits, CancellationToken cancellationToken)
    {
        var number = ReservationNumber.Parse(digits);
        return context.Visits.Where(row => row.ReservationNumber == number)
            .Join(context.Reservations.Where(row => row.State != ReservationState.Cancelled || row.Ordinal == 1), visit => visit.Id, reservation => reservation.VisitId, (_, reservation) => reservation)
            .OrderBy(row => row.State == ReservationState.Cancelled).ThenBy(row => row.Ordinal).Select(row => row.CardId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static Task<Guid?> ByNoticeAsync(TewatashiContext context, string digits, CancellationToken cancellationToken)
    {
        var number = ReceptionNumber.Parse(digits);
        return context.Notices.Where(row => row.ReceptionNumber == number).Select(row => (Guid?)row.CardId).FirstOrDefaultAsync(cancellationToken);
    }
}
