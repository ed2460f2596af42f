using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>保管場所 as a tree in walking order, with how many cards lie in each. Names no card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListLocations(Database database)
{
    /// <param name="Depth">1 for a building.</param>
    /// <param name="Cards">In it and in everything inside it.</param>
    /// <param name="Capacity">Of it or of everything in use inside it; null where no card can lie there.</param>
    public sealed record Row(Guid Id, int Version, Guid? ParentId, LocationKind Kind, string Path, string Name, int Depth, int Cards, int? Capacity, bool Retired)
    {
        public int? Free => Capacity - Cards;
    }

    public Task<IReadOnlyList<Row>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Row>>(municipality, async context =>
        {
            var places = await context.Locations.AsNoTracking().ToListAsync(cancellationToken);
            var counts = await context.Cards.Where(row => row.LocationId != null).GroupBy(row => row.LocationId)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key!.Value, row => row.Count, cancellationToken); // not null above
            var cards = new Dictionary<Guid, int>();
            var capacities = new Dictionary<Guid, int>();
            var byId = places.ToDictionary(row => row.Id);
            foreach (var place in places)
            {
                for (var at = place; at is not null; at = at.ParentId is { } parent ? byId[parent] : null)
                {
                    cards[at.Id] = cards.GetValueOrDefault(at.Id) + counts.GetValueOrDefault(place.Id);
                    if (!place.Retired && place.Capacity is { } capacity) capacities[at.Id] = capacities.GetValueOrDefault(at.Id) + capacity;
                }
            }

            return
            [
                .. places.OrderBy(row => row.Path, StringComparer.Ordinal).Select(row => new Row(
                    row.Id, row.Version, row.ParentId, row.Kind, row.Path, row.Name, row.Path.Count(c => c == '-') + 1,
                    cards[row.Id], capacities.TryGetValue(row.Id, out var fits) ? fits : null, row.Retired)),
            ];
        }, cancellationToken);
}
