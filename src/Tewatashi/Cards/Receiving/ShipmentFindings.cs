using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Cards.Receiving;

/// <summary>Names the differences of a delivery and settles them, in the transaction of the scan or the closing that shows them.</summary>
internal static class ShipmentFindings
{
    /// <summary>A difference seen by scan: named once while it is open, its scans counted.</summary>
    public static async Task NoteAsync(this Work work, Guid shipmentId, ShipmentFindingKind kind, SerialNumber serialNumber, Guid? cardId, CancellationToken cancellationToken)
    {
        var again = await work.Context.ShipmentFindings
            .Where(row => row.ShipmentId == shipmentId && row.Kind == kind && row.SerialNumber == serialNumber && row.EndReason == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Scans, row => row.Scans + 1)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (again == 0) work.Context.ShipmentFindings.Add(New(work, shipmentId, kind, serialNumber, cardId, scans: 1));
    }

    public static ShipmentFinding New(Work work, Guid shipmentId, ShipmentFindingKind kind, SerialNumber serialNumber, Guid? cardId, int scans) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        ShipmentId = shipmentId,
        Kind = kind,
        SerialNumber = serialNumber,
        CardId = cardId,
        Scans = scans,
        FoundAt = work.Now,
        FoundBy = work.Caller.Actor.Id,
    };

    /// <summary>The 不足 of a delivery and the card it names; null where there is no such one.</summary>
    public static async Task<(ShipmentFinding Finding, Card Card)?> UndeliveredAsync(this Work work, Guid shipmentId, Guid findingId, CancellationToken cancellationToken)
    {
        var finding = await work.Context.ShipmentFindings.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == findingId && row.ShipmentId == shipmentId && row.Kind == ShipmentFindingKind.Missing && row.CardId != null, cancellationToken);
        return finding is null ? null : (finding, await work.Context.Cards.SingleAsync(row => row.Id == finding.CardId, cancellationToken));
    }

    /// <summary>Two people end a 不足 whose card never comes. The card has been stepped before: of two who end it only one comes here.</summary>
    public static async Task EndUndeliveredAsync(this Work work, ShipmentFinding finding, ShipmentFindingEnd how, Guid secondId, CancellationToken cancellationToken)
    {
        if (await work.Context.ShipmentFindings.Where(row => row.Id == finding.Id && row.EndReason == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndReason, how)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
                .SetProperty(row => row.EndedWith, secondId.ToString())
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
    }

    /// <summary>The card was inspected in its own delivery: it is missing no more, and no stranger in another.</summary>
    public static Task<int> SettleByInspectionAsync(this Work work, SerialNumber serialNumber, CancellationToken cancellationToken) =>
        work.Context.ShipmentFindings
            .Where(row => row.SerialNumber == serialNumber && row.Kind != ShipmentFindingKind.Doubled && row.EndReason == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndReason, ShipmentFindingEnd.Inspected)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
}
