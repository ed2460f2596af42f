using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Everyone who waits, who has waited longest first: as offers go.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListWaits(Database database)
{
    /// <param name="Page">The page of the list, with its total.</param>
    public sealed record Shown(IReadOnlyList<WaitView> Waits, SeeList.View Page);

    /// <param name="Page">From 1.</param>
    public sealed record Request(ListAsk Ask, int Page);

    public Task<Shown> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewWaitingList, async work =>
        {
            var page = await SeeList.ReadAsync(work.Context, work.Now, new(request.Ask, request.Page), cancellationToken);
            var ids = page.Lines.Select(line => line.Id).ToList();
            var views = (await WaitViews.OfAsync(work.Context, work.Context.WaitingEntries.AsNoTracking().Where(row => ids.Contains(row.Id)), work.Now, cancellationToken)).ToDictionary(view => view.Entry.Id);
            work.Record("Shown", others: views.Values.Select(view => view.Entry.CardId));
            return new Shown([.. ids.Select(id => views[id])], page);
        }, cancellationToken: cancellationToken);
}
