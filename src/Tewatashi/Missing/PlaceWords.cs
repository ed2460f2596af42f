using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Missing;

/// <summary>Places in words, read at once for many.</summary>
internal sealed class PlaceWords
{
    private readonly IReadOnlyDictionary<Guid, LocationWords> locations;
    private readonly IReadOnlyDictionary<Guid, string> counters;

    private PlaceWords(IReadOnlyDictionary<Guid, LocationWords> locations, IReadOnlyDictionary<Guid, string> counters) => (this.locations, this.counters) = (locations, counters);

    public static async Task<PlaceWords> ReadAsync(TewatashiContext context, IEnumerable<Guid?> locationIds, IEnumerable<Guid?> counterIds, CancellationToken cancellationToken)
    {
        var counters = counterIds.OfType<Guid>().Distinct().ToList();
        return new(
            await LocationWords.OfAsync(context, [.. locationIds.OfType<Guid>().Distinct()], cancellationToken),
            await context.Counters.Where(row => counters.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken));
    }

    public string Of(PlaceKind kind, Guid? locationId, Guid? counterId) =>
        locationId is { } at && locations.TryGetValue(at, out var place) ? $"{place.Path} {place.Words}"
        : counterId is { } of && counters.TryGetValue(of, out var counter) ? $"{counter}のトレイ"
        : kind.Name();
}
