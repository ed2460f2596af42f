using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Closings;

/// <summary>The counters whose last day at work was not closed: the alarm of the next morning's first page. Names no person.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListUnclosed(Database database)
{
    // A counter that has not been at work for so long has nothing in hand that a closing would find.
    private const int DaysBack = 14;

    private static readonly ReservationState[] AtWork =
        [ReservationState.Booked, ReservationState.CheckedIn, ReservationState.Completed, ReservationState.NotHandedOver, ReservationState.NoShow];

    public sealed record Unclosed(Guid CounterId, string Counter, DateOnly Day);

    public Task<IReadOnlyList<Unclosed>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Unclosed>>(municipality, async context =>
        {
            var today = JapanTime.Today(database.Clock);
            var since = today.AddDays(-DaysBack);
            var worked = await (
                from visit in context.Visits
                where visit.Day < today && visit.Day >= since && context.Reservations.Any(row => row.VisitId == visit.Id && AtWork.Contains(row.State))
                group visit by visit.CounterId into counter
                select new { counter.Key, Day = counter.Max(row => row.Day) }).ToListAsync(cancellationToken);
            var closed = (await context.CounterClosings.Where(row => row.Day < today && row.Day >= since && row.ReopenedAt == null)
                .Select(row => new { row.CounterId, row.Day }).ToListAsync(cancellationToken)).Select(row => (row.CounterId, row.Day)).ToHashSet();
            var names = await context.Counters.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
            return
            [
                .. worked.Where(row => !closed.Contains((row.Key, row.Day))).Select(row => new Unclosed(row.Key, names[row.Key], row.Day))
                    .OrderBy(row => row.Day).ThenBy(row => row.Counter, StringComparer.Ordinal),
            ];
        }, cancellationToken);
}
