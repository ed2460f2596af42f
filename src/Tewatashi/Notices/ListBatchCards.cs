using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>The cards of a batch by 製造管理番号, in printing order: to find a postcard in the pile. Without names; recorded as a list.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListBatchCards(Database database)
{
    public const int PageSize = 100;

    /// <param name="Page">Counted from 1.</param>
    public sealed record Request(Guid BatchId, BatchCardFilter Filter, int Page);

    public sealed record View(IReadOnlyList<Line> Lines, int Total);

    /// <param name="Notice">The state of this batch's notice; null before the issue and for a card left out.</param>
    /// <param name="Held">On 保留 now.</param>
    public sealed record Line(
        Guid CardId, int Ordinal, SerialNumber SerialNumber, BatchCardState Card, NoticeState? Notice, bool Confirmed, bool Matched, bool Held);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ListCards, async work =>
        {
            var rows = Filtered(Joined(work.Context, request.BatchId), request.Filter);
            var total = await rows.CountAsync(cancellationToken);
            var lines = await rows.OrderBy(row => row.Ordinal).Skip((Math.Max(request.Page, 1) - 1) * PageSize).Take(PageSize)
                .Select(row => new Line(row.CardId, row.Ordinal, row.SerialNumber, row.Card, row.Notice, row.Confirmed, row.Matched, row.Held))
                .ToListAsync(cancellationToken);
            work.Record("Shown", request.BatchId, request.Filter.ToString(), lines.Select(line => line.CardId));
            return new View(lines, total);
        }, cancellationToken: cancellationToken);

    private static IQueryable<Row> Filtered(IQueryable<Row> rows, BatchCardFilter filter) => filter switch
    {
        BatchCardFilter.All => rows,
        BatchCardFilter.LeftOut => rows.Where(row =>
            row.Card == BatchCardState.Suspended || row.Card == BatchCardState.NotReady || row.Card == BatchCardState.AlreadyNotified),
        BatchCardFilter.Unconfirmed => rows.Where(row => row.Card == BatchCardState.Waiting || (row.Notice == NoticeState.Printed && !row.Confirmed)),
        BatchCardFilter.Unmatched => rows.Where(row => row.Notice == NoticeState.Printed && row.Confirmed && !row.Matched),
        BatchCardFilter.Held => rows.Where(row => row.Notice == NoticeState.Printed && row.Held),
        BatchCardFilter.Returned => rows.Where(row => row.Notice == NoticeState.Returned),
    };

    private static IQueryable<Row> Joined(TewatashiContext context, Guid batchId) =>
        from row in context.NoticeBatchCards
        where row.BatchId == batchId
        join card in context.Cards on row.CardId equals card.Id
        join notice in context.Notices on new { row.BatchId, row.CardId } equals new { notice.BatchId, notice.CardId } into notices
        from notice in notices.DefaultIfEmpty()
        select new Row
        {
            CardId = card.Id,
            Ordinal = row.Ordinal,
            SerialNumber = card.SerialNumber,
            Card = row.State,
            Notice = notice == null ? null : notice.State,
            Confirmed = notice != null && notice.PrintConfirmedAt != null,
            Matched = notice != null && notice.MatchedAt != null,
            Held = card.Suspension != null,
        };

    private sealed class Row
    {
        public required Guid CardId { get; init; }
        public required int Ordinal { get; init; }
        public required SerialNumber SerialNumber { get; init; }
        public required BatchCardState Card { get; init; }
        public required NoticeState? Notice { get; init; }
        public required bool Confirmed { get; init; }
        public required bool Matched { get; init; }
        public required bool Held { get; init; }
    }
}
