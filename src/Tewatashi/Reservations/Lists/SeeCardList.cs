using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Lists;

/// <summary>カード一覧: one page of the cards that a filter names, without names of people. Recorded as a list, with the cards shown.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeCardList(Database database)
{
    public const int PageSize = 100;

    /// <summary>A page further behind costs the database as much as all before it, and nobody reads so far: the filter or the file takes over.</summary>
    public const int MostPages = 100;

    /// <param name="Page">Counted from 1; beyond the last it shows the last.</param>
    public sealed record Request(CardListFilter Filter, CardListOrder Order, bool Descending, int Page);

    /// <param name="Total">All that the filter names, on these pages or beyond.</param>
    /// <param name="Shipments">To choose from, the newest first.</param>
    public sealed record View(IReadOnlyList<CardListRow> Rows, int Total, int Page, IReadOnlyList<(Guid Id, string Name)> Shipments)
    {
        public int Pages => Math.Clamp((Total + PageSize - 1) / PageSize, 1, MostPages);

        /// <summary>There are more than the pages show.</summary>
        public bool IsCut => Total > MostPages * PageSize;
    }

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ListCards, async work =>
        {
            var context = work.Context;
            var cards = request.Filter.Of(context, JapanTime.DateOf(work.Now));
            var total = await cards.CountAsync(cancellationToken);
            var shipments = await context.Shipments.OrderByDescending(row => row.AnnouncedAt).ThenBy(row => row.Id).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
            var view = new View([], total, 1, [.. shipments.Select(row => (row.Id, row.Name))]);
            var page = Math.Clamp(request.Page, 1, view.Pages);
            var rows = await CardListRows.Of(context, cards, request.Order, request.Descending).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{total} {request.Filter.Query}").TrimEnd(), rows.Select(row => row.CardId));
            return view with { Rows = rows, Page = page };
        }, cancellationToken: cancellationToken);
}
