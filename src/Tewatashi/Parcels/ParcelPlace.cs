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
        var room = await LocationRoom.TakeAsync(context, path, cancellationToken);
        if (room is LocationRoom.Unknown) return Refused(Refusal.Unknown);
        if (room is LocationRoom.NotForCards) return Refused(Refusal.NotForCards);
        if (!await context.Locations.AnyAsync(row => row.Id == buildingId && row.Path == path.WayIn[0], cancellationToken)) return Refused(Refusal.OtherOffice);
        return room is LocationRoom.Taken { Fill: var fill } ? new(fill, null) : Refused(Refusal.Full);
    }

    private static ParcelPlace Refused(Refusal why) => new(null, why);
}
