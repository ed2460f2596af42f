using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>
/// 異動なし確認 from the pick list: whoever looked into the register ticks the cards of a day that nothing stands against. Cards that nobody comes
/// for on that day, and those that were confirmed, are left as they are.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmUnmoved(Database database)
{
    public sealed record Request(DateOnly Day, IReadOnlyCollection<Guid> CardIds);

    /// <returns>How many were confirmed now.</returns>
    public async Task<int> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await ConfirmAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return await ConfirmAsync(request, caller, cancellationToken); // ticked by two at the same moment: what is left
        }
    }

    private Task<int> ConfirmAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ConfirmUnmoved, async work =>
        {
            var ids = request.CardIds.ToList();
            var booked = await (
                from visit in work.Context.Visits
                where visit.Day == request.Day
                join reservation in work.Context.Reservations on visit.Id equals reservation.VisitId
                where reservation.CardId != null && ids.Contains(reservation.CardId.Value) && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn)
                where !work.Context.UnmovedChecks.Any(row => row.CardId == reservation.CardId && row.Day == request.Day)
                select reservation.CardId!.Value).Distinct().ToListAsync(cancellationToken); // not null above
            if (booked.Count == 0) return work.Refuse(0);
            foreach (var card in booked) work.Context.Add(UnmovedCheck.Of(work, card, request.Day));
            work.Record("Confirmed", detail: FormattableString.Invariant($"{request.Day:yyyy-MM-dd} {booked.Count}"), others: booked);
            return booked.Count;
        }, cancellationToken: cancellationToken);
}
