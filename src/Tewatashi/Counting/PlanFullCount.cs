using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Counting;

/// <summary>全数棚卸: plans a count of every place in use inside a building, vault or shelf. A place whose count is planned or open already keeps it.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PlanFullCount(Database database)
{
    /// <param name="LocationId">The building, vault or shelf; null: everywhere.</param>
    public sealed record Request(Guid? LocationId);

    public abstract record Outcome;

    public sealed record Planned(int Places) : Outcome;

    /// <summary>No place in it, or each has its count already.</summary>
    public sealed record Nothing : Outcome;

    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.PlanCounts, async work =>
            {
                string? inside = null;
                if (request.LocationId is { } id)
                {
                    inside = await work.Context.Locations.Where(row => row.Id == id).Select(row => row.Path).SingleOrDefaultAsync(cancellationToken);
                    if (inside is null) return work.Refuse(new NotFound());
                }

                var places = (await CountDue.OfAsync(work.Context, cancellationToken))
                    .Where(place => !place.Live && (inside is null || place.Path == inside || place.Path.StartsWith(inside + "-", StringComparison.Ordinal))).ToList();
                if (places.Count == 0) return work.Refuse(new Nothing());
                foreach (var place in places) work.Context.Add(Counts.Planned(work, place.LocationId, CountReason.Full));
                work.Record("Planned", request.LocationId, FormattableString.Invariant($"{places.Count}"));
                return new Planned(places.Count);
            }, cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is Counts.OneLivePerPlace)
        {
            return new Nothing(); // somebody planned the same at the same moment
        }
    }
}
