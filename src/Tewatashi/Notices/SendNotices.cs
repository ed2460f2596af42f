using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>
/// 通知発送: marks the papers of a batch as sent that are confirmed and, where they go with a postcard, matched. Those of cards on 保留
/// stay behind. The deadline is the printed one, which was counted from the day the batch was made: a resident must not read another day on the
/// paper than the office keeps.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SendNotices(Database database)
{
    private const int PartSize = 500;

    /// <param name="SentOn">The day they go to the post: today or, entered later, a day since the batch was made.</param>
    public sealed record Request(Guid BatchId, DateOnly SentOn);

    public abstract record Outcome;

    /// <param name="Left">Papers of the batch not sent: unconfirmed, unmatched, or their cards are on 保留.</param>
    public sealed record Sent(int Papers, int Left) : Outcome;

    public sealed record NothingReady : Outcome;

    /// <summary>In the future, or before the batch was made.</summary>
    public sealed record WrongDay(DateOnly Earliest, DateOnly Latest) : Outcome;

    public sealed record NotThere : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        // Part by part, so that others work on meanwhile; pressed again after a break it goes on with the rest.
        var sent = 0;
        while (true)
        {
            var part = await database.WriteAsync(
                caller with { OperationId = null }, OperationKind.SendNotices, work => SendPartAsync(work, request, cancellationToken), cancellationToken: cancellationToken);
            if (part is not Sent(var papers, var left)) return sent > 0 && part is NothingReady ? new Sent(sent, await LeftAsync(request, caller, cancellationToken)) : part;
            sent += papers;
            if (papers < PartSize) return new Sent(sent, left);
        }
    }

    private static async Task<Outcome> SendPartAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await work.Context.NoticeBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BatchId, cancellationToken) is not { } batch)
            return work.Refuse(new NotThere());
        var (earliest, today) = (JapanTime.DateOf(batch.CreatedAt), JapanTime.DateOf(work.Now));
        if (request.SentOn < earliest || request.SentOn > today) return work.Refuse(new WrongDay(earliest, today));
        var send = NoticeMachine.Notices.Transitions.Single(row => row.Step == NoticeStep.Send);
        var ready = work.Context.Notices.Where(row => row.BatchId == batch.Id && row.State == send.From && row.PrintConfirmedAt != null &&
            (row.MatchedAt != null || !batch.NeedsMatching) &&
            work.Context.Cards.Any(card => card.Id == row.CardId && card.Suspension == null));
        var cards = await ready.OrderBy(row => row.Ordinal).Take(PartSize).Select(row => row.CardId).ToListAsync(cancellationToken);
        if (cards.Count == 0) return work.Refuse(new NothingReady());
        var papers = await ready.Where(row => cards.Contains(row.CardId)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, send.To).SetProperty(row => row.SentOn, request.SentOn)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var left = await UnsentAsync(work.Context, batch.Id, cancellationToken);
        if (left == 0)
        {
            await work.Context.NoticeBatches.Where(row => row.Id == batch.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.SentOn, request.SentOn).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        }

        work.Record("Sent", batch.Id, string.Create(CultureInfo.InvariantCulture, $"{request.SentOn:yyyy-MM-dd} {papers}"), cards);
        return new Sent(papers, left);
    }

    private Task<int> LeftAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.ReadAsync(caller.Municipality, context => UnsentAsync(context, request.BatchId, cancellationToken), cancellationToken);

    /// <summary>Papers not sent, and cards a broken printing never reached.</summary>
    private static async Task<int> UnsentAsync(TewatashiContext context, Guid batchId, CancellationToken cancellationToken) =>
        await context.Notices.CountAsync(row => row.BatchId == batchId && row.State == NoticeState.Printed, cancellationToken)
        + await context.NoticeBatchCards.CountAsync(row => row.BatchId == batchId && row.State == BatchCardState.Waiting, cancellationToken);
}
