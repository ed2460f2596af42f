using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>取りやめ: a proposal ends before anything of it was abolished; its cards go on as they are.</summary>
[UseCase(UsedBy.Staff)]
public sealed class GiveUpDisposal(Database database)
{
    public sealed record Request(Guid BatchId);

    public abstract record Outcome;

    public sealed record GivenUp : Outcome;

    /// <summary>It ended before, or is not there.</summary>
    public sealed record NotRunning : Outcome;

    /// <summary>A card of it is abolished at the national terminal: it must be destroyed.</summary>
    public sealed record AlreadyAbolished : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.GiveUpDisposal, async work =>
        {
            var context = work.Context;
            var ended = await context.DisposalBatches
                .Where(row => row.Id == request.BatchId && (row.State == DisposalState.Proposed || row.State == DisposalState.Approved))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, DisposalState.GivenUp)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.EndedBy, Guid.Parse(caller.Actor.Id))
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (ended == 0) return work.Refuse(new NotRunning());
            var rows = await context.DisposalCards.Where(row => row.BatchId == request.BatchId && row.State != DisposalCardState.DroppedOut).ToListAsync(cancellationToken);
            if (rows.Exists(row => row.State != DisposalCardState.Chosen)) return work.Refuse(new AlreadyAbolished());
            foreach (var row in rows) DisposalRows.Drop(work, row, DisposalDrop.GivenUp);
            work.Record(nameof(GivenUp), request.BatchId, others: rows.Select(row => row.CardId));
            return new GivenUp();
        }, (_, _) => Task.FromResult<Outcome>(new GivenUp()), cancellationToken);
}
