using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>
/// Prints one notice of a batch again: only its password changes, number and deadline stay, and no other notice is touched. The new paper
/// is confirmed and matched anew. Refused once it was sent.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReissueNotice(Database database, KeyStore keys)
{
    /// <param name="Code">受付番号 or 製造管理番号, scanned or typed.</param>
    public sealed record Request(Guid BatchId, NoticeCode Code, LabelPlacement? Placement = null);

    public Task<PrintOutcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var fresh = FreshPassword.New(keys.KeysOf(caller.Municipality, KeyPurpose.Password));
        return database.WriteAsync(
            caller, OperationKind.ReissueNotice, work => RenewAsync(work, request, fresh, cancellationToken),
            (_, first) => Task.FromResult<PrintOutcome>(new PrintOutcome.AlreadyIssued(first.At)), cancellationToken);
    }

    private static async Task<PrintOutcome> RenewAsync(Work work, Request request, FreshPassword fresh, CancellationToken cancellationToken)
    {
        var found = await NoticeSearch.FindAsync(work.Context, request.Code, cancellationToken);
        if (found is not { Notice: { } notice } || notice.BatchId != request.BatchId) return work.Refuse(new PrintOutcome.NotThere());
        if (!NoticeMachine.Notices.Allows(notice.State, NoticeStep.Reprint)) return work.Refuse(new PrintOutcome.NotPrintedNow());
        var batch = await work.Context.NoticeBatches.AsNoTracking().SingleAsync(row => row.Id == request.BatchId, cancellationToken);
        var (plan, refusal) = await PrintPlan.MakeAsync(work, batch, request.Placement, cancellationToken);
        if (plan is null) return work.Refuse(refusal!); // one of the two is always there

        // Whoever looks at the papers of before must not confirm this one with them.
        await work.Context.NoticeBatches.Where(row => row.Id == request.BatchId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.PrintRun, row => row.PrintRun + 1).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var renewed = await work.StepAsync(notice, NoticeStep.Reprint, cancellationToken, set => set
            .SetProperty(row => row.PasswordSalt, fresh.Salt).SetProperty(row => row.PasswordHash, fresh.Hash)
            .SetProperty(row => row.IssuedAt, work.Now)
            .SetProperty(row => row.PrintConfirmedAt, (DateTimeOffset?)null).SetProperty(row => row.MatchedAt, (DateTimeOffset?)null));
        if (!renewed) return work.Refuse(new PrintOutcome.ChangedMeanwhile());
        work.Record("Reissued", notice.CardId);
        var paper = plan.Paper(found.SerialNumber, notice.ReceptionNumber, fresh.Password, notice.DeadlineOn);
        return new PrintOutcome.Ready(new NoticePdf(plan, _ => One(paper)));
    }

    private static async IAsyncEnumerable<NoticePaper> One(NoticePaper paper)
    {
        await Task.CompletedTask;
        yield return paper;
    }
}
