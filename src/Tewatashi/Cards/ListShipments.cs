using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>The deliveries with their counts, those still to be worked on first. Names no card.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListShipments(Database database)
{
    /// <summary>A delivery in the list.</summary>
    public sealed record Row(Guid Id, string Name, ShipmentState State, DateTimeOffset AnnouncedAt, DateTimeOffset? ReceivedAt, DateTimeOffset? ClosedAt, ShipmentCount Count);

    public Task<IReadOnlyList<Row>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Row>>(municipality, async context =>
        {
            var shipments = await context.Shipments.AsNoTracking().ToListAsync(cancellationToken);
            var parts = await context.Cards.Where(row => row.ShipmentId != null)
                .GroupBy(row => new { row.ShipmentId, row.Progress, row.PlaceKind })
                .Select(group => new { group.Key.ShipmentId, group.Key.Progress, group.Key.PlaceKind, Count = group.Count() })
                .ToListAsync(cancellationToken);
            var counts = parts.ToLookup(part => part.ShipmentId, part => new ShipmentCount.Part(part.Progress, part.PlaceKind, part.Count));
            return
            [
                .. shipments
                    .OrderBy(row => row.State switch { ShipmentState.Receiving => 0, ShipmentState.Announced => 1, ShipmentState.Closed => 2 })
                    .ThenByDescending(row => row.AnnouncedAt).ThenBy(row => row.Id)
                    .Select(row => new Row(row.Id, row.Name, row.State, row.AnnouncedAt, row.ReceivedAt, row.ClosedAt, ShipmentCount.Of(counts[row.Id]))),
            ];
        }, cancellationToken);
}
