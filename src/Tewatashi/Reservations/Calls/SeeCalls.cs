using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Lists;

namespace Tewatashi.Reservations.Calls;

/// <summary>電話連絡一覧: who is to be called, what for and what was tried; the most pressing first. The view is recorded with the cards shown.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeCalls(Database database, KeyStore keys)
{
    /// <param name="Page">From 1 on.</param>
    public sealed record Request(ListAsk Ask, int Page);

    /// <param name="Counts">How many live calls each reason has.</param>
    /// <param name="Page">The page of the list, with its total.</param>
    public sealed record View(IReadOnlyDictionary<CallReason, int> Counts, SeeList.View Page, IReadOnlyList<CallLine> Lines);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewCalls, async work =>
        {
            var counts = await work.Context.Calls.AsNoTracking().Where(row => CallList.Live.Contains(row.State)).GroupBy(row => row.Reason)
                .Select(group => new { Reason = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Reason, row => row.Count, cancellationToken);
            var page = await SeeList.ReadAsync(work.Context, work.Now, new(request.Ask, request.Page), cancellationToken);
            var lines = await CallLines.OfAsync(work, keys, [.. page.Lines.Select(line => line.Id)], cancellationToken);
            work.Record("Viewed", detail: request.Ask.Filter.Of(CallsList.Reason)?.ToString(), others: lines.Select(line => line.Call.CardId));
            return new View(counts, page, lines);
        }, cancellationToken: cancellationToken);
}
