using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>What a scanned storage place says to one more card. Whoever puts a card away asks here, so that the same place refuses for the same reason on every page.</summary>
public abstract record LocationRoom
{
    private LocationRoom()
    {
    }

    /// <summary>It takes one more card, and nobody else puts one into it until the work is over.</summary>
    /// <param name="Fill">As it is before the card.</param>
    public sealed record Taken(LocationFill Fill) : LocationRoom;

    public sealed record Full(LocationFill Fill) : LocationRoom;

    /// <summary>The place is no longer used, or cards do not lie in it directly.</summary>
    public sealed record NotForCards(LocationKind Kind, bool Retired) : LocationRoom;

    public sealed record Unknown : LocationRoom;

    /// <summary>Takes the row of the place first and counts after it: what is counted stays true until the card lies there.</summary>
    internal static async Task<LocationRoom> TakeAsync(TewatashiContext context, LocationPath path, CancellationToken cancellationToken)
    {
        var taken = await context.Locations.Where(row => row.Path == path.Value && !row.Retired && row.Capacity != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Retired, row => row.Retired), cancellationToken) == 1;
        if (await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == path.Value, cancellationToken) is not { } location) return new Unknown();
        if (!taken || location.Capacity is not { } capacity) return new NotForCards(location.Kind, location.Retired);
        var fill = await LocationFill.OfAsync(context, location, capacity, cancellationToken);
        return fill.Free > 0 ? new Taken(fill) : new Full(fill);
    }
}
