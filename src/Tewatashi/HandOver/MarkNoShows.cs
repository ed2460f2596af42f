using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.HandOver;

/// <summary>
/// 未来庁: what was booked for a past day and never checked in has ended. Pressed by a clerk or run by the worker, any number of times.
/// Its seat lies in the past and is left as it is.
/// </summary>
[UseCase(UsedBy.Staff | UsedBy.Worker)]
public sealed class MarkNoShows(Database database)
{
    // Small enough that nobody waits behind it; a forgotten week is done in several strokes.
    private const int AtOnce = 500;

    /// <returns>How many were marked.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var marked = 0;
        while (true)
        {
            // Without the form's id, which is one for all strokes: sent twice, the form finds nothing left to mark.
            var now = await MarkAsync(caller with { OperationId = null }, cancellationToken);
            marked += now;
            if (now == 0) return marked;
        }
    }

    private Task<int> MarkAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.MarkNoShow, async work =>
        {
            var today = JapanTime.DateOf(work.Now);
            var missed = await MissedAsync();
            // Who gives one of them another day at this moment is waited for, and the visit then left alone.
            var visits = missed.Select(row => row.VisitId).ToHashSet();
            await work.TakeVisitsAsync(visits, cancellationToken);
            missed = (await MissedAsync()).FindAll(row => visits.Contains(row.VisitId));
            var ids = missed.ConvertAll(row => row.Id);
            var changed = ids.Count == 0 ? 0 : await work.Context.Reservations
                .Where(row => ids.Contains(row.Id) && row.State == ReservationState.Booked)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, ReservationState.NoShow)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            await work.CancelTransfersOfCardsAsync([.. missed.Select(row => row.CardId).OfType<Guid>()], cancellationToken);
            if (changed == 0) work.Abandon();
            else work.Record("Marked", detail: FormattableString.Invariant($"{changed}"), others: missed.Select(row => row.CardId).OfType<Guid>());
            return changed;

            Task<List<Missed>> MissedAsync() => (
                from reservation in work.Context.Reservations
                where reservation.State == ReservationState.Booked
                join visit in work.Context.Visits on reservation.VisitId equals visit.Id
                where visit.Day < today
                orderby reservation.Id
                select new Missed(reservation.Id, reservation.VisitId, reservation.CardId)).Take(AtOnce).ToListAsync(cancellationToken);
        }, cancellationToken: cancellationToken);

    private sealed record Missed(Guid Id, Guid VisitId, Guid? CardId);
}
