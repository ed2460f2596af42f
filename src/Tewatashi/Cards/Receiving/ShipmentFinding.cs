using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards.Receiving;

/// <summary>One 製造管理番号 in which a delivery differs from its list, by name. It stays visible until it is settled.</summary>
public sealed class ShipmentFinding : IMunicipalityOwned, IVersioned
{
    /// <summary>The index that names a card once for each kind of difference while it is open.</summary>
    public const string OneOpen = "ux_shipment_finding_open";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid ShipmentId { get; init; }
    public required ShipmentFindingKind Kind { get; init; }
    public required SerialNumber SerialNumber { get; init; }

    /// <summary>Null: no such card is known.</summary>
    public Guid? CardId { get; init; }

    /// <summary>How often it was read so; 0 for a missing card.</summary>
    public required int Scans { get; set; }

    public required DateTimeOffset FoundAt { get; init; }
    public required string FoundBy { get; init; }

    /// <summary>Null while it is not settled.</summary>
    public ShipmentFindingEnd? EndReason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }

    /// <summary>The second person, another account (a CHECK); only where a missing card never comes.</summary>
    public string? EndedWith { get; set; }
}
