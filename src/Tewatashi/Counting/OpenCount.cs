using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Counting;

/// <summary>
/// Begins the count of the place whose label was scanned. Where one is open already, the second person joins it: both scan the same box
/// into one count.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class OpenCount(Database database)
{
    public sealed record Request(LocationPath Location);

    public abstract record Outcome;

    /// <param name="Joined">Somebody had begun it.</param>
    public sealed record Opened(Guid CountId, bool Joined) : Outcome;

    public sealed record UnknownLocation : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is Counts.OneLivePerPlace)
        {
            return await OpenAsync(request, caller, cancellationToken); // somebody opened it at the same moment: it is there now
        }
    }

    private Task<Outcome> OpenAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.OpenCount, async work =>
        {
            var context = work.Context;
            if (await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == request.Location.Value, cancellationToken) is not { } location)
                return work.Refuse(new UnknownLocation());
            if (location.Retired || location.Capacity is null) return work.Refuse(new NotForCards(location.Kind, location.Retired));
            var live = await context.StockCounts.AsNoTracking().SingleOrDefaultAsync(row => row.LocationId == location.Id && row.EndedAt == null, cancellationToken);
            if (live is { State: CountState.Open }) return work.Refuse(new Opened(live.Id, Joined: true));
            if (live is null)
            {
                live = Counts.Planned(work, location.Id, CountReason.Chosen);
                live.State = CountState.Open;
                live.OpenedAt = work.Now;
                live.OpenedBy = caller.Actor.Id;
                context.Add(live);
            }
            else if (await context.StockCounts.Where(row => row.Id == live.Id && row.State == CountState.Planned).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, CountState.Open)
                .SetProperty(row => row.OpenedAt, work.Now)
                .SetProperty(row => row.OpenedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0)
            {
                throw new PassingException(); // somebody opened or gave it up this moment
            }

            work.Record("Begun", live.Id, location.Path, [location.Id]);
            return new Opened(live.Id, Joined: false);
        }, cancellationToken: cancellationToken);
}
