using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>How many cards wait for their first notice, delivery by delivery, and the deadline a batch of today would set.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeWaitingCards(Database database)
{
    /// <param name="DeadlineOn">The default 交付期限: today and the municipality's number of days, inclusive.</param>
    public sealed record View(int Total, IReadOnlyList<OfShipment> Shipments, DateOnly DeadlineOn);

    /// <param name="Name">Null for cards taken over from a former stock.</param>
    public sealed record OfShipment(Guid? ShipmentId, string? Name, int Cards);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var today = JapanTime.Today(database.Clock);
            var counts = await WaitingCards.Of(context, today).GroupBy(card => card.ShipmentId)
                .Select(group => new { ShipmentId = group.Key, Cards = group.Count() }).ToListAsync(cancellationToken);
            var named = await context.Shipments.AsNoTracking().OrderBy(row => row.AnnouncedAt).ThenBy(row => row.Id)
                .Where(row => counts.Select(count => count.ShipmentId).Contains(row.Id))
                .Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
            var days = await context.Settings.Select(row => row.DeadlineDays).SingleAsync(cancellationToken);
            return new View(
                counts.Sum(count => count.Cards),
                [
                    .. named.Select(row => new OfShipment(row.Id, row.Name, counts.Single(count => count.ShipmentId == row.Id).Cards)),
                    .. counts.Where(count => count.ShipmentId is null).Select(count => new OfShipment(null, null, count.Cards)),
                ],
                today.AddDays(days));
        }, cancellationToken);
}
