using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>The place whose label was scanned, and how full it is. Names no card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class FindLocation(Database database)
{
    public abstract record Outcome;

    public sealed record Found(LocationFill Fill) : Outcome;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : Outcome;

    public sealed record Unknown : Outcome;

    public Task<Outcome> RunAsync(MunicipalityCode municipality, LocationPath path, CancellationToken cancellationToken) =>
        database.ReadAsync<Outcome>(municipality, async context =>
            await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == path.Value, cancellationToken) switch
            {
                null => new Unknown(),
                { Retired: false, Capacity: { } capacity } location => new Found(await LocationFill.OfAsync(context, location, capacity, cancellationToken)),
                var location => new NotForCards(location.Kind, location.Retired),
            }, cancellationToken);
}
