using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Everyone who waits, who has waited longest first: as offers go.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListWaits(Database database)
{
    public const int PageSize = 100;

    /// <param name="Total">Of all pages.</param>
    public sealed record Shown(IReadOnlyList<WaitView> Waits, int Total);

    /// <param name="Page">From 1.</param>
    public sealed record Request(int Page);

    public Task<Shown> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewWaitingList, async work =>
        {
            var live = work.Context.WaitingEntries.AsNoTracking().Where(row => row.EndedAt == null);
            var ids = await live.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => row.Id).Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var shown = await WaitViews.OfAsync(work.Context, live.Where(row => ids.Contains(row.Id)), work.Now, cancellationToken);
            work.Record("Shown", others: shown.Select(view => view.Entry.CardId));
            return new Shown(shown, await live.CountAsync(cancellationToken));
        }, cancellationToken: cancellationToken);
}
