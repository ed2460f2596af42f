using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>
/// 印刷し直す: prints every paper of a batch that nobody has confirmed, each with a new password, and those that a broken printing never
/// reached. Confirmed papers stay as they are. A printing still under way ends.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReprintNotices(Database database, KeyStore keys)
{
    /// <param name="RunSeen">The printing that the page showed: whoever saw an older one is told so.</param>
    public sealed record Request(Guid BatchId, int RunSeen, LabelPlacement? Placement = null);

    public Task<PrintOutcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller, OperationKind.ReprintNotices, work => BeginAsync(work, request, cancellationToken),
            (_, first) => Task.FromResult<PrintOutcome>(new PrintOutcome.AlreadyIssued(first.At)), cancellationToken);

    private async Task<PrintOutcome> BeginAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.NoticeBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch)
            return work.Refuse(new PrintOutcome.NotThere());
        var (plan, refusal) = await PrintPlan.MakeAsync(work, batch, request.Placement, cancellationToken);
        if (plan is null) return work.Refuse(refusal!); // one of the two is always there
        var run = request.RunSeen + 1;
        var begun = await work.Context.NoticeBatches.Where(row => row.Id == batch.Id && row.IssuedAt != null && row.PrintRun == request.RunSeen)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PrintRun, run).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (begun == 0) return work.Refuse(new PrintOutcome.ChangedMeanwhile());
        await BatchCards.LeaveOutAsync(work.Context, batch.Id, cancellationToken);
        var papers = await BatchCards.WantingPaper(work.Context, batch.Id, again: true).CountAsync(cancellationToken);
        if (papers == 0) return work.Refuse(new PrintOutcome.NothingToPrint());
        work.Record("Begun", batch.Id);
        var printing = new NoticePrinting(database, keys, work.Caller, plan, batch, run, again: true, papers);
        return new PrintOutcome.Ready(new NoticePdf(plan, printing.PapersAsync));
    }
}
