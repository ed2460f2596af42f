using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>Ends a planned or open count without comparing: the place counts as not counted. What was scanned stays recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class GiveUpCount(Database database)
{
    public sealed record Request(Guid CountId);

    /// <summary>False: it had ended, or is not there.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.GiveUpCount, async work =>
        {
            var ended = await work.Context.StockCounts.Where(row => row.Id == request.CountId && row.EndedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, CountState.GivenUp)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (ended == 0) return work.Refuse(false);
            work.Record("GivenUp", request.CountId);
            return true;
        }, cancellationToken: cancellationToken);
}
