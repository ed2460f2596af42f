using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>決裁: another person than the proposer approves what was proposed. Cards whose reason went away meanwhile drop out and are told.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ApproveDisposal(Database database)
{
    /// <param name="Version">As the page showed it.</param>
    public sealed record Request(Guid BatchId, int Version);

    public abstract record Outcome;

    public sealed record Approved(IReadOnlyList<DroppedCard> Dropped) : Outcome;

    /// <summary>Nobody approves the own proposal.</summary>
    public sealed record OwnProposal : Outcome;

    /// <summary>It was approved, given up or changed since the page was shown.</summary>
    public sealed record Overtaken : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ApproveDisposal, async work =>
        {
            var context = work.Context;
            if (await context.DisposalBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch) return work.Refuse(new NotFound());
            var by = Guid.Parse(caller.Actor.Id);
            if (batch.ProposedBy == by)
            {
                work.AbandonRecording("SamePerson", batch.Id);
                return new OwnProposal();
            }

            var approved = await context.DisposalBatches.Where(row => row.Id == batch.Id && row.State == DisposalState.Proposed && row.Version == request.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, DisposalState.Approved)
                    .SetProperty(row => row.ApprovedAt, work.Now)
                    .SetProperty(row => row.ApprovedBy, by)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (approved == 0) return work.Refuse(new Overtaken());
            var rows = await context.DisposalCards.Where(row => row.BatchId == batch.Id && row.State == DisposalCardState.Chosen).ToListAsync(cancellationToken);
            var dropped = await DisposalRows.DropChangedAsync(work, rows, cancellationToken);
            work.Record(nameof(Approved), batch.Id, FormattableString.Invariant($"{rows.Count - dropped.Count}"), rows.Select(row => row.CardId));
            return new Approved(dropped);
        }, (_, _) => Task.FromResult<Outcome>(new Approved([])), cancellationToken);
}
