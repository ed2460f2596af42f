using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>
/// 再送: a notice that was lost or came back is sent again as A4, with a new 受付番号 and password, to the address in the resident register.
/// Makes a batch of this one card; printing it withdraws the former notice. Refused for a card that may not be told now.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ResendNotice(Database database)
{
    /// <param name="Large">In 18-point type.</param>
    public sealed record Request(Guid CardId, bool Large, DateOnly DeadlineOn);

    public abstract record Outcome;

    public sealed record Made(Guid BatchId) : Outcome;

    /// <summary>Its paper was not sent yet, or is still to be printed: go on there.</summary>
    public sealed record StillInBatch(Guid BatchId) : Outcome;

    public sealed record CardSuspended : Outcome;

    /// <summary>Not 交付前設定済, or not for the counter.</summary>
    public sealed record CardNotReady : Outcome;

    public sealed record DeadlinePassed : Outcome;

    public sealed record NotThere : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync<Outcome>(
                    caller, OperationKind.ResendNotice, work => MakeAsync(work, request, cancellationToken),
                    async (work, _) => await InBatchAsync(work, request.CardId, cancellationToken) is { } batch ? new Made(batch) : new CardNotReady(),
                    cancellationToken);
            }
            catch (AlreadyThereException exception) when (exception.Index == NoticeBatchCard.WaitingIndex && attempt < 3)
            {
                // Someone else did the same this very moment: the next run finds that batch.
            }
        }
    }

    private static async Task<Outcome> MakeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var card = await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken);
        if (card is null) return work.Refuse(new NotThere());
        if (card.Suspension is not null) return work.Refuse(new CardSuspended());
        if (card.Progress != CardProgress.Prepared || card.Route != CardRoute.Counter) return work.Refuse(new CardNotReady());
        if (request.DeadlineOn < JapanTime.DateOf(work.Now)) return work.Refuse(new DeadlinePassed());
        if (await work.Context.NoticeBatchCards.Where(row => row.CardId == card.Id && row.State == BatchCardState.Waiting)
                .Select(row => (Guid?)row.BatchId).SingleOrDefaultAsync(cancellationToken) is { } waiting)
            return work.Refuse(new StillInBatch(waiting));
        var current = await work.Context.Notices.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CardId == card.Id && row.State != NoticeState.Withdrawn, cancellationToken);
        if (current is { State: NoticeState.Printed }) return work.Refuse(new StillInBatch(current.BatchId));

        // No postcard goes with it: there is nothing to match.
        var batch = await CreateNoticeBatch.NewBatchAsync(
            work, request.Large ? NoticeForm.LargeGuide : NoticeForm.Guide, request.DeadlineOn, match: false, current?.Stage ?? 0, cancellationToken);
        batch.Name += " 再送";
        await work.Context.SaveChangesAsync(cancellationToken);
        work.Context.Add(CreateNoticeBatch.NewRow(batch, card.Id, 1, current?.Id));
        work.Record("Made", card.Id, others: [batch.Id]);
        return new Made(batch.Id);
    }

    private static Task<Guid?> InBatchAsync(Work work, Guid cardId, CancellationToken cancellationToken) =>
        work.Context.NoticeBatchCards.Where(row => row.CardId == cardId).OrderByDescending(row => row.BatchId)
            .Select(row => (Guid?)row.BatchId).FirstOrDefaultAsync(cancellationToken);
}
