using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>The storage place into which a card of a parcel is put.</summary>
/// <param name="Fill">Null where it cannot take the card.</param>
/// <param name="Why">Null where it can.</param>
public sealed record ParcelPlace(LocationFill? Fill, ParcelPlace.Refusal? Why)
{
    public enum Refusal
    {
        Unknown,

        /// <summary>No longer used, or cards do not lie in it directly.</summary>
        NotForCards,

        OtherOffice,
        Full,
    }

    /// <summary>Takes its row, so that cards go into it one after the other.</summary>
    internal static async Task<ParcelPlace> TakeAsync(TewatashiContext context, LocationPath path, Guid buildingId, CancellationToken cancellationToken)
    {
        if (await context.Locations.AsNoTracking().SingleOrDefaultAsync(row => row.Path == path.Value, cancellationToken) is not { } location) return Refused(Refusal.Unknown);
        if (location.Retired || location.Capacity is not { } capacity) return Refused(Refusal.NotForCards);
        if (!await context.Locations.AnyAsync(row => row.Id == buildingId && row.Path == path.WayIn[0], cancellationToken)) return Refused(Refusal.OtherOffice);
        if (!await LocationFill.TakeTurnAsync(context, location.Id, cancellationToken)) return Refused(Refusal.NotForCards);
        var fill = await LocationFill.OfAsync(context, location, capacity, cancellationToken);
        return fill.Free > 0 ? new(fill, null) : Refused(Refusal.Full);
    }

    private static ParcelPlace Refused(Refusal why) => new(null, why);
}
