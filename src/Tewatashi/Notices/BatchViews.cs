using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>Counts the papers of some batches.</summary>
internal static class BatchViews
{
    public static async Task<IReadOnlyList<BatchView>> OfAsync(
        TewatashiContext context, IReadOnlyList<NoticeBatch> batches, CancellationToken cancellationToken)
    {
        var ids = batches.Select(batch => batch.Id).ToList();
        var cards = (await context.NoticeBatchCards.Where(row => ids.Contains(row.BatchId))
                .GroupBy(row => new { row.BatchId, row.State })
                .Select(group => new { group.Key.BatchId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToLookup(row => row.BatchId);
        var notices = (await context.Notices.Where(row => ids.Contains(row.BatchId))
                .Select(row => new
                {
                    row.BatchId,
                    row.State,
                    Confirmed = row.PrintConfirmedAt != null,
                    Matched = row.MatchedAt != null,
                    Held = context.Cards.Any(card => card.Id == row.CardId && card.Suspension != null),
                })
                .GroupBy(row => row)
                .Select(group => new { Of = group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToLookup(row => row.Of.BatchId);
        return
        [
            .. batches.Select(batch =>
            {
                int CardsIn(Func<BatchCardState, bool> state) => cards[batch.Id].Where(row => state(row.State)).Sum(row => row.Count);
                int NoticesIn(NoticeState state) => notices[batch.Id].Where(row => row.Of.State == state).Sum(row => row.Count);
                var printed = notices[batch.Id].Where(row => row.Of.State == NoticeState.Printed).ToList();
                return new BatchView
                {
                    Id = batch.Id,
                    Name = batch.Name,
                    Form = batch.Form,
                    DeadlineOn = batch.DeadlineOn,
                    NeedsMatching = batch.NeedsMatching,
                    CreatedAt = batch.CreatedAt,
                    IssuedAt = batch.IssuedAt,
                    PrintRun = batch.PrintRun,
                    SentOn = batch.SentOn,
                    Cards = CardsIn(_ => true),
                    Waiting = CardsIn(state => state == BatchCardState.Waiting),
                    LeftOut = CardsIn(state => state is BatchCardState.Suspended or BatchCardState.NotReady or BatchCardState.AlreadyNotified),
                    Unconfirmed = printed.Where(row => !row.Of.Confirmed).Sum(row => row.Count),
                    Confirmed = printed.Where(row => row.Of.Confirmed).Sum(row => row.Count),
                    Matched = printed.Where(row => row.Of is { Confirmed: true, Matched: true }).Sum(row => row.Count),
                    Held = printed.Where(row => row.Of is { Confirmed: true, Held: true }).Sum(row => row.Count),
                    Sent = NoticesIn(NoticeState.Sent),
                    Returned = NoticesIn(NoticeState.Returned),
                    Withdrawn = NoticesIn(NoticeState.Withdrawn),
                };
            }),
        ];
    }
}
