using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>
/// A person looked at the papers and says that they came out well: all of them, or all up to the last good one when the printer jammed.
/// Only confirmed papers can be matched and sent; the others are printed again.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ConfirmPrinted(Database database)
{
    /// <param name="RunSeen">The printing whose papers the person holds.</param>
    /// <param name="LastGood">The last paper that came out well, inclusive; null when all did.</param>
    public sealed record Request(Guid BatchId, int RunSeen, NoticeCode? LastGood = null);

    public abstract record Outcome;

    /// <param name="Left">Papers still unconfirmed or never reached: to be printed again.</param>
    public sealed record Confirmed(int Papers, int Left) : Outcome;

    /// <summary>The batch was printed again since: those papers count.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>The last good paper is none of this batch.</summary>
    public sealed record LastGoodUnknown : Outcome;

    public sealed record NotThere : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        // Confirming twice changes nothing the second time.
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.ConfirmPrinted, async work =>
        {
            if (!await work.Context.NoticeBatches.AnyAsync(row => row.Id == request.BatchId, cancellationToken)) return work.Refuse(new NotThere());
            var last = int.MaxValue;
            if (request.LastGood is { } code)
            {
                if (await NoticeSearch.FindAsync(work.Context, code, cancellationToken) is not { } good || good.Notice.BatchId != request.BatchId)
                    return work.Refuse(new LastGoodUnknown());
                last = good.Notice.Ordinal;
            }

            var current = await work.Context.NoticeBatches.Where(row => row.Id == request.BatchId && row.PrintRun == request.RunSeen)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (current == 0) return work.Refuse(new ChangedMeanwhile());
            var papers = await work.Context.Notices
                .Where(row => row.BatchId == request.BatchId && row.State == NoticeState.Printed && row.PrintConfirmedAt == null && row.Ordinal <= last)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.PrintConfirmedAt, work.Now).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            var left = await BatchCards.WantingPaper(work.Context, request.BatchId, again: true).CountAsync(cancellationToken);
            work.Record("Confirmed", request.BatchId, papers.ToString(CultureInfo.InvariantCulture));
            return new Confirmed(papers, left);
        }, cancellationToken: cancellationToken);
}
