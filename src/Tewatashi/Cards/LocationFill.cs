using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>How full a box or a position is.</summary>
public sealed record LocationFill(LocationWords Place, int Cards, int Capacity)
{
    public int Free => Capacity - Cards;

    public bool IsNearlyFull => Free is > 0 and <= StoreCard.NearlyFullAt;

    /// <summary>
    /// Takes the row of a place in use, so that filling, dividing and retiring it happen one after the other; false where it is no longer used or holds
    /// another number of cards than when it was read.
    /// </summary>
    internal static async Task<bool> TakeTurnAsync(TewatashiContext context, Location location, CancellationToken cancellationToken) =>
        await context.Locations.Where(row => row.Id == location.Id && !row.Retired && row.Capacity == location.Capacity)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Retired, row => row.Retired), cancellationToken) == 1;

    internal static async Task<LocationFill> OfAsync(TewatashiContext context, Location location, int capacity, CancellationToken cancellationToken) => new(
        await LocationWords.OfAsync(context, location.Id, cancellationToken) ?? new(location.Id, location.Path, location.Name),
        await context.Cards.CountAsync(row => row.LocationId == location.Id, cancellationToken),
        capacity);
}
