using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>The cards of a batch that still want a paper.</summary>
internal static class BatchCards
{
    /// <summary>Puts aside the waiting cards that may no longer be told: their state says why, and their postcards are taken out of the pile.</summary>
    public static async Task LeaveOutAsync(TewatashiContext context, Guid batchId, CancellationToken cancellationToken)
    {
        var waiting = context.NoticeBatchCards.Where(row => row.BatchId == batchId && row.State == BatchCardState.Waiting);
        await waiting.Where(row => context.Cards.Any(card =>
                card.Id == row.CardId && (card.Progress != CardProgress.Prepared || card.Route != CardRoute.Counter)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BatchCardState.NotReady), cancellationToken);
        await waiting.Where(row => context.Cards.Any(card => card.Id == row.CardId && card.Suspension != null))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BatchCardState.Suspended), cancellationToken);
        await waiting.Where(row => context.Notices.Any(notice =>
                notice.CardId == row.CardId && notice.State != NoticeState.Withdrawn && (row.ReplacesNoticeId == null || notice.Id != row.ReplacesNoticeId)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BatchCardState.AlreadyNotified), cancellationToken);
    }

    /// <param name="again">Also those whose paper was issued and not yet confirmed.</param>
    public static IQueryable<NoticeBatchCard> WantingPaper(TewatashiContext context, Guid batchId, bool again) =>
        context.NoticeBatchCards.AsNoTracking().Where(row => row.BatchId == batchId &&
            (row.State == BatchCardState.Waiting ||
             (again && row.State == BatchCardState.Issued && context.Notices.Any(notice =>
                 notice.BatchId == batchId && notice.CardId == row.CardId && notice.State == NoticeState.Printed && notice.PrintConfirmedAt == null))));
}
