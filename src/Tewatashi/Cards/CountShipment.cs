using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>How far a delivery is, in numbers: what stands beside the scan field. Names no card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CountShipment(Database database)
{
    public sealed record Counted(Guid Id, string Name, ShipmentState State, ShipmentCount Count);

    /// <summary>Null where there is no such delivery.</summary>
    public Task<Counted?> RunAsync(MunicipalityCode municipality, Guid shipmentId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
            await context.Shipments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == shipmentId, cancellationToken) is { } shipment
                ? new Counted(shipment.Id, shipment.Name, shipment.State, await ShipmentCount.OfAsync(context, shipmentId, cancellationToken))
                : null, cancellationToken);
}
