using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>
/// Issues 受付番号 and 受付パスワード of a batch and prints them, once: who presses the button a second time, or at the same moment, is told
/// so and issues nothing. Passwords are seen on this paper alone; only their hashes are kept (RES-02).
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class IssueNotices(Database database, KeyStore keys)
{
    /// <param name="Placement">Sheet and first free label; null for guides, or for the usual sheet.</param>
    public sealed record Request(Guid BatchId, LabelPlacement? Placement = null);

    public Task<PrintOutcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller, OperationKind.IssueNotices, work => BeginAsync(work, request, cancellationToken),
            (_, first) => Task.FromResult<PrintOutcome>(new PrintOutcome.AlreadyIssued(first.At)), cancellationToken);

    private async Task<PrintOutcome> BeginAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.NoticeBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch)
            return work.Refuse(new PrintOutcome.NotThere());
        if (batch.IssuedAt is { } at) return work.Refuse(new PrintOutcome.AlreadyIssued(at));
        var (plan, refusal) = await PrintPlan.MakeAsync(work, batch, request.Placement, cancellationToken);
        if (plan is null) return work.Refuse(refusal!); // one of the two is always there
        await BatchCards.LeaveOutAsync(work.Context, batch.Id, cancellationToken);
        var papers = await BatchCards.WantingPaper(work.Context, batch.Id, again: false).CountAsync(cancellationToken);
        var run = batch.PrintRun + 1;
        var begun = await work.Context.NoticeBatches.Where(row => row.Id == batch.Id && row.IssuedAt == null && row.Version == batch.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.IssuedAt, work.Now).SetProperty(row => row.PrintRun, run)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (begun == 0) return work.Refuse(new PrintOutcome.AlreadyIssued(work.Now));
        if (papers == 0)
        {
            work.Record("NothingToPrint", batch.Id);
            return new PrintOutcome.NothingToPrint();
        }

        work.Record("Begun", batch.Id);
        var printing = new NoticePrinting(database, keys, work.Caller, plan, batch, run, again: false, papers);
        return new PrintOutcome.Ready(new NoticePdf(plan, printing.PapersAsync));
    }
}
