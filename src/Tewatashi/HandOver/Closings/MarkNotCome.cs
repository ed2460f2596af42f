using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.HandOver.Closings;

/// <summary>
/// 未来庁 at closing time: of a counter's day, whoever was booked and whose time is over. Before the night, so that their cards can go back by
/// scan the same evening.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class MarkNotCome(Database database)
{
    public sealed record Request(Guid CounterId, DateOnly Day);

    /// <returns>How many were marked.</returns>
    public Task<int> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.MarkNoShow, async work =>
        {
            var today = JapanTime.DateOf(work.Now);
            var visits = (await MissedAsync()).Select(row => row.VisitId).ToHashSet();
            // Who gives one of them another day at this moment is waited for, and the visit then left alone.
            await work.TakeVisitsAsync(visits, cancellationToken);
            var missed = (await MissedAsync()).FindAll(row => visits.Contains(row.VisitId));
            if (missed.Count == 0) return work.Refuse(0);
            foreach (var reservation in missed)
            {
                if (!await work.StepAsync(reservation, ReservationStep.Miss, cancellationToken)) throw new PassingException();
            }

            var cards = missed.Select(row => row.CardId).OfType<Guid>().ToList();
            await work.CancelTransfersOfCardsAsync(cards, cancellationToken);
            work.Record("Marked", request.CounterId, FormattableString.Invariant($"{missed.Count}"), cards);
            return missed.Count;

            async Task<List<Reservation>> MissedAsync()
            {
                var booked = await (
                    from visit in work.Context.Visits
                    where visit.CounterId == request.CounterId && visit.Day == request.Day && visit.Day <= today
                    join reservation in work.Context.Reservations on visit.Id equals reservation.VisitId
                    where reservation.State == ReservationState.Booked
                    orderby reservation.Id
                    select reservation).AsNoTracking().ToListAsync(cancellationToken);
                var over = await ReadClosing.OverAsync(work.Context, [.. booked.Select(row => row.VisitId).Distinct()], work.Now, cancellationToken);
                return booked.FindAll(row => over.Contains(row.VisitId));
            }
        }, cancellationToken: cancellationToken);
}
