using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Lists;

/// <summary>Shows one page of a list. Recorded with its filter and the cards shown where it names any.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeList(Database database)
{
    public const int PageSize = 50;

    /// <summary>A page further behind costs the database as much as all before it, and nobody reads so far: the filter or the file takes over.</summary>
    public const int MostPages = 200;

    /// <param name="Page">Counted from 1; beyond the last it shows the last.</param>
    public sealed record Request(ListAsk Ask, int Page);

    /// <param name="Total">All that the filter names, on these pages or beyond.</param>
    /// <param name="Choices">From the database, by the key of their field.</param>
    public sealed record View(IReadOnlyList<ListLine> Lines, int Total, int Page, IReadOnlyDictionary<string, IReadOnlyList<ListChoice>> Choices)
    {
        public int Pages => Math.Clamp((Total + PageSize - 1) / PageSize, 1, MostPages);

        /// <summary>There are more than the pages show.</summary>
        public bool IsCut => Total > MostPages * PageSize;
    }

    /// <summary>By which a list fills in its days.</summary>
    public DateOnly Today => JapanTime.Today(database.Clock);

    public Task<View> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.Ask.List.Viewed is not { } viewed)
            return database.ReadAsync(caller.Municipality, context => ReadAsync(context, database.Clock.GetUtcNow(), request, cancellationToken), cancellationToken);
        return database.WriteAsync(caller with { OperationId = null }, viewed, async work =>
        {
            var view = await ReadAsync(work.Context, work.Now, request, cancellationToken);
            work.Record("Viewed", null, FormattableString.Invariant($"{view.Total} {Words(request.Ask.Filter)}").TrimEnd(), view.Lines.Select(line => line.CardId).OfType<Guid>());
            return view;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>What can be chosen, from the database: for a page that names the filter without the rows. Names nobody.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<ListChoice>>> ChoicesAsync(OfficeList list, MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => list.ChoicesAsync(context, cancellationToken), cancellationToken);

    internal static string Words(ListFilter filter) => string.Join('&', filter.Pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    internal static async Task<View> ReadAsync(TewatashiContext context, DateTimeOffset now, Request request, CancellationToken cancellationToken)
    {
        var ask = request.Ask;
        var view = new View([], await ask.List.CountAsync(context, now, ask.Filter, cancellationToken), 1, await ask.List.ChoicesAsync(context, cancellationToken));
        var page = Math.Clamp(request.Page, 1, view.Pages);
        return view with { Page = page, Lines = [.. await ask.List.LinesAsync(context, now, ask, (page - 1) * PageSize, PageSize, cancellationToken)] };
    }
}
