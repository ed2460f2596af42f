using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>外す: one card is taken out of a proposal before it is abolished.</summary>
[UseCase(UsedBy.Staff)]
public sealed class LeaveOutOfDisposal(Database database)
{
    public sealed record Request(Guid BatchId, Guid CardId);

    /// <summary>False: it is abolished already, has dropped out, or is not in it.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.LeaveOutOfDisposal, async work =>
        {
            var row = await work.Context.DisposalCards.SingleOrDefaultAsync(
                one => one.BatchId == request.BatchId && one.CardId == request.CardId && one.State == DisposalCardState.Chosen, cancellationToken);
            if (row is null) return work.Refuse(false);
            DisposalRows.Drop(work, row, DisposalDrop.LeftOut);
            work.Record("DroppedOut", row.CardId, nameof(DisposalDrop.LeftOut), [row.BatchId]);
            return true;
        }, cancellationToken: cancellationToken);
}
