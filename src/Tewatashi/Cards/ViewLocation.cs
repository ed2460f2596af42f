using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>What lies in a box, by 製造管理番号 without names: for a look and for a list on paper.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ViewLocation(Database database)
{
    public const int MostCards = 1000;

    public sealed record Request(Guid LocationId);

    public abstract record Outcome;

    public sealed record Shown(LocationWords Place, Location Location, IReadOnlyList<ViewShipment.Row> Cards) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ListCards, async work =>
        {
            if (await work.Context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.LocationId, cancellationToken) is not { } location
                || await LocationWords.OfAsync(work.Context, location.Id, cancellationToken) is not { } words)
            {
                work.Abandon();
                return new NotFound();
            }

            var cards = work.Context.Cards.Where(row => row.LocationId == location.Id).OrderBy(row => row.SerialNumber).Take(MostCards);
            var rows = await ViewShipment.RowsAsync(work.Context, cards, cancellationToken);
            work.Record("Viewed", location.Id, others: rows.Select(row => row.Id));
            return new Shown(words, location, rows);
        }, cancellationToken: cancellationToken);
}
