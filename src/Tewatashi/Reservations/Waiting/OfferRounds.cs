using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// Goes round the municipalities that have a waiting list, every few seconds. Each is claimed by a conditional update; a worker that dies
/// leaves it to the next.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class OfferRounds(Database database, OfferSeats offers)
{
    private static readonly TimeSpan Cadence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(2);
    private readonly string me = Ids.New().ToString("N");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var due = await database.ReadAsync(null, context => context.WorkItems.AsNoTracking()
            .Where(row => row.Kind == WorkKind.OfferSeats && row.DueAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Municipality).ToListAsync(cancellationToken), cancellationToken);
        foreach (var item in due)
        {
            var claimed = await database.DirectoryAsync(context => Row(context, item)
                .Where(row => row.DueAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, me).SetProperty(row => row.ClaimedUntil, now + ClaimTime), cancellationToken), cancellationToken);
            if (claimed == 0) continue;
            while (await offers.RunAsync(Caller.Worker(item.Municipality), cancellationToken) > 0)
            {
            }

            var next = database.Clock.GetUtcNow() + Cadence;
            await database.DirectoryAsync(context => Row(context, item).Where(row => row.ClaimedBy == me).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.DueAt, next).SetProperty(row => row.ClaimedBy, (string?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellationToken), cancellationToken);
        }
    }

    private static IQueryable<WorkItem> Row(TewatashiContext context, WorkItem item) =>
        context.WorkItems.Where(row => row.Municipality == item.Municipality && row.Kind == WorkKind.OfferSeats && row.SubjectId == item.SubjectId);
}
