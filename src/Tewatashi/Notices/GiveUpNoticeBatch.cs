using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>Gives up a batch made by mistake, as long as nothing of it was issued. Its cards wait again.</summary>
[UseCase(UsedBy.Staff)]
public sealed class GiveUpNoticeBatch(Database database)
{
    public abstract record Outcome;

    public sealed record GivenUp(int Cards) : Outcome;

    /// <summary>Numbers and passwords exist already: print and send them, or print again.</summary>
    public sealed record AlreadyIssued : Outcome;

    public sealed record NotThere : Outcome;

    public Task<Outcome> RunAsync(Guid batchId, Caller caller, CancellationToken cancellationToken) =>
        // A second press finds nothing more to give up: no harm, so nothing is repeated by its operation id.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.GiveUpNoticeBatch, async work =>
        {
            if (!await work.Context.NoticeBatches.AnyAsync(row => row.Id == batchId, cancellationToken))
            {
                work.Abandon();
                return new NotThere();
            }

            var taken = await work.Context.NoticeBatches.Where(row => row.Id == batchId && row.IssuedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (taken == 0)
            {
                work.Abandon();
                return new AlreadyIssued();
            }

            var cards = await work.Context.NoticeBatchCards.Where(row => row.BatchId == batchId && row.State == BatchCardState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BatchCardState.GivenUp), cancellationToken);
            work.Record("GivenUp", batchId);
            return new GivenUp(cards);
        }, cancellationToken: cancellationToken);
}
