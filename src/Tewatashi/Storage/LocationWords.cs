using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Storage;

/// <summary>A storage place for the eye: its path and the names on the way in.</summary>
/// <param name="Words">For example 「本庁 保管庫1 棚03 箱12」.</param>
public sealed record LocationWords(Guid Id, string Path, string Words)
{
    /// <summary>The words of some places; a place that is not there is left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LocationWords>> OfAsync(
        TewatashiContext context, IReadOnlyCollection<Guid> locationIds, CancellationToken cancellationToken)
    {
        if (locationIds.Count == 0) return new Dictionary<Guid, LocationWords>();
        var places = await context.Locations.AsNoTracking().Where(row => locationIds.Contains(row.Id)).Select(row => new { row.Id, row.Path }).ToListAsync(cancellationToken);
        var paths = places.SelectMany(place => LocationPath.Parse(place.Path).WayIn).Distinct().ToList();
        var names = await context.Locations.AsNoTracking().Where(row => paths.Contains(row.Path)).ToDictionaryAsync(row => row.Path, row => row.Name, cancellationToken);
        return places.ToDictionary(place => place.Id, place => new LocationWords(place.Id, place.Path, Join(place.Path, names)));
    }

    /// <summary>The words of one place; null where it is not there.</summary>
    public static async Task<LocationWords?> OfAsync(TewatashiContext context, Guid locationId, CancellationToken cancellationToken) =>
        (await OfAsync(context, [locationId], cancellationToken)).GetValueOrDefault(locationId);

    internal static string Join(string path, IReadOnlyDictionary<string, string> names) =>
        string.Join(' ', LocationPath.Parse(path).WayIn.Select(part => names.GetValueOrDefault(part, part)));
}
