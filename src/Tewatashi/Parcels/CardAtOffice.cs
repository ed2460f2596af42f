using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Transfers;

namespace Tewatashi.Parcels;

/// <summary>In which office a card lies, where somebody comes for it, and to which office it was ordered.</summary>
/// <param name="OfficeId">Null: on no shelf and in no tray.</param>
/// <param name="Booking">Null: nobody comes for it.</param>
/// <param name="OrderedTo">Null: there is no order.</param>
internal sealed record CardAtOffice(Guid? OfficeId, string Office, CardAtOffice.Booked? Booking, Guid? OrderedTo)
{
    internal sealed record Booked(Guid VisitId, int VisitVersion, Guid BuildingId, string Office, DateOnly Day);

    public static async Task<CardAtOffice> OfAsync(TewatashiContext context, Card card, CancellationToken cancellationToken)
    {
        var building = await BuildingAsync(context, card, cancellationToken);
        var booking = await (
            from reservation in context.Reservations
            where reservation.CardId == card.Id && (reservation.State == ReservationState.Booked || reservation.State == ReservationState.CheckedIn)
            join visit in context.Visits on reservation.VisitId equals visit.Id
            join office in context.Locations on visit.BuildingId equals office.Id
            select new Booked(visit.Id, visit.Version, visit.BuildingId, office.Name, visit.Day)).SingleOrDefaultAsync(cancellationToken);
        var ordered = await context.TransferOrders.Where(row => row.CardId == card.Id && row.State == TransferState.Ordered)
            .Select(row => (Guid?)row.ToBuildingId).SingleOrDefaultAsync(cancellationToken);
        return new(building?.Id, building?.Name ?? "", booking, ordered);
    }

    private static async Task<Location?> BuildingAsync(TewatashiContext context, Card card, CancellationToken cancellationToken)
    {
        if (card.TrayCounterId is { } counter)
        {
            return await context.Counters.Where(row => row.Id == counter)
                .Join(context.Locations, row => row.BuildingId, row => row.Id, (_, building) => building).AsNoTracking().SingleAsync(cancellationToken);
        }

        if (card.LocationId is not { } location) return null;
        var path = LocationPath.Parse(await context.Locations.Where(row => row.Id == location).Select(row => row.Path).SingleAsync(cancellationToken)).WayIn[0];
        return await context.Locations.AsNoTracking().SingleAsync(row => row.Path == path, cancellationToken);
    }
}
