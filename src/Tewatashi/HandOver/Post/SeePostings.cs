using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.HandOver.Post;

/// <summary>郵送交付: how many cards stand where, and one of the lists by 製造管理番号. Without names; recorded as a view of the cards shown.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeePostings(Database database)
{
    public const int PageSize = 100;

    /// <param name="Page">Counted from 1.</param>
    public sealed record Request(PostFilter Filter, int Page);

    /// <param name="Counts">By list.</param>
    /// <param name="Delivered">配達済, from the beginning of all.</param>
    /// <param name="Returned">返戻 by reason, from the beginning of all.</param>
    /// <param name="OverdueDays">From so many days in the post on, a card is overdue.</param>
    /// <param name="WithTracking">引受番号 is recorded here.</param>
    public sealed record View(
        IReadOnlyDictionary<PostFilter, int> Counts, int Delivered, IReadOnlyDictionary<PostReturnReason, int> Returned, int OverdueDays, bool WithTracking, IReadOnlyList<Line> Lines);

    /// <param name="PostedOn">Null before it was posted.</param>
    /// <param name="Days">In the post until today; null before.</param>
    /// <param name="Path">Where it lies; null where it lies in no storage place.</param>
    public sealed record Line(
        Guid CardId, SerialNumber SerialNumber, CardProgress Progress, Suspension? Suspension, bool AmendmentNeeded, string? Path, TrackingNumber? Tracking, DateOnly? PostedOn, int? Days);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewPostings, async work =>
        {
            var context = work.Context;
            var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            var today = JapanTime.DateOf(work.Now);
            // Posted on this day or before, it is overdue: instants before the next day began.
            var limit = JapanTime.StartOf(today.AddDays(1 - settings.PostOverdueDays));
            var counts = new Dictionary<PostFilter, int>();
            foreach (var filter in Enum.GetValues<PostFilter>()) counts[filter] = await Rows(context, filter, limit).CountAsync(cancellationToken);
            var ended = await context.Postings.Where(row => row.State != PostingState.Posted).GroupBy(row => new { row.State, row.ReturnReason })
                .Select(group => new { group.Key.State, group.Key.ReturnReason, Count = group.Count() }).ToListAsync(cancellationToken);
            var rows = await Rows(context, request.Filter, limit).OrderBy(row => row.PostedAt).ThenBy(row => row.Card.ShipmentId).ThenBy(row => row.Card.Ordinal).ThenBy(row => row.Card.Id)
                .Skip((Math.Max(request.Page, 1) - 1) * PageSize).Take(PageSize)
                .Select(row => new
                {
                    row.Card.Id,
                    row.Card.SerialNumber,
                    row.Card.Progress,
                    row.Card.Suspension,
                    row.Card.AmendmentNeeded,
                    Path = context.Locations.Where(place => place.Id == row.Card.LocationId).Select(place => place.Path).FirstOrDefault(),
                    row.TrackingNumber,
                    row.PostedAt,
                }).AsNoTracking().ToListAsync(cancellationToken);
            work.Record("Shown", detail: request.Filter.ToString(), others: rows.Select(row => row.Id));
            return new View(
                counts,
                ended.Where(row => row.State == PostingState.Delivered).Sum(row => row.Count),
                Enum.GetValues<PostReturnReason>().ToDictionary(reason => reason, reason => ended.Where(row => row.ReturnReason == reason).Sum(row => row.Count)),
                settings.PostOverdueDays,
                settings.TrackingNumberDecision is not null,
                [
                    .. rows.Select(row => new Line(
                        row.Id, row.SerialNumber, row.Progress, row.Suspension, row.AmendmentNeeded, row.Path, row.TrackingNumber,
                        row.PostedAt is { } at ? JapanTime.DateOf(at) : null, row.PostedAt is { } since ? today.DayNumber - JapanTime.DateOf(since).DayNumber : null)),
                ]);
        }, cancellationToken: cancellationToken);

    private static IQueryable<Row> Rows(TewatashiContext context, PostFilter filter, DateTimeOffset limit)
    {
        var rows =
            from card in context.Cards
            where card.Route == CardRoute.Post && (card.Progress == CardProgress.Prepared || card.Progress == CardProgress.PinSet)
            from posting in context.Postings.Where(row => row.CardId == card.Id && row.State == PostingState.Posted).DefaultIfEmpty()
            select new Row { Card = card, PostedAt = (DateTimeOffset?)posting!.PostedAt, TrackingNumber = posting!.TrackingNumber };
        var free = rows.Where(row => row.Card.Suspension == null && !row.Card.AmendmentNeeded && row.Card.PlaceKind != PlaceKind.Posted);
        return filter switch
        {
            PostFilter.InPost => rows.Where(row => row.Card.PlaceKind == PlaceKind.Posted),
            PostFilter.Overdue => rows.Where(row => row.Card.PlaceKind == PlaceKind.Posted && row.PostedAt < limit),
            PostFilter.ToSetPin => free.Where(row => row.Card.Progress == CardProgress.Prepared),
            PostFilter.ToPost => free.Where(row => row.Card.Progress == CardProgress.PinSet),
            PostFilter.Stopped => rows.Where(row => (row.Card.Suspension != null || row.Card.AmendmentNeeded) && row.Card.PlaceKind != PlaceKind.Posted),
        };
    }

    private sealed class Row
    {
        public required Card Card { get; init; }
        public required DateTimeOffset? PostedAt { get; init; }
        public required TrackingNumber? TrackingNumber { get; init; }
    }
}
