using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>余りのカードを別に保管: a card that should not be in our boxes, or that nobody knows, was taken out of the counted box. Moves nothing in the books.</summary>
[UseCase(UsedBy.Staff)]
public sealed class TakeOutExtra(Database database)
{
    public sealed record Request(Guid CountId, Guid FindingId);

    /// <summary>False: it is no extra card of this count, or settled already.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.TakeOutExtra, async work =>
        {
            var finding = await work.Context.CountFindings.SingleOrDefaultAsync(
                row => row.CountId == request.CountId && row.Id == request.FindingId && row.Kind == FindingKind.Extra && row.EndReason == null, cancellationToken);
            if (finding is null) return work.Refuse(false);
            finding.EndReason = FindingEnd.TakenOut;
            finding.EndedAt = work.Now;
            finding.EndedBy = caller.Actor.Id;
            work.Record("TakenOut", finding.CardId ?? finding.Id, others: [request.CountId]);
            return true;
        }, cancellationToken: cancellationToken);
}
