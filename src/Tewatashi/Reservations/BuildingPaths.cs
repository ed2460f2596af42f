using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>The way into each office, by which a stored card is known to lie in it.</summary>
internal static class BuildingPaths
{
    public static Task<Dictionary<Guid, string>> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        context.Locations.AsNoTracking().Where(row => row.Kind == LocationKind.Building).ToDictionaryAsync(row => row.Id, row => row.Path, cancellationToken);
}
