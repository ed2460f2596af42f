using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards.Receiving;

/// <summary>箱: one box of a delivery. It is thrown away only after two people saw that no card is left in it.</summary>
public sealed class ShipmentBox : IMunicipalityOwned, IVersioned
{
    /// <summary>The index that lets a box stand once in its delivery.</summary>
    public const string OncePerShipment = "ux_shipment_box_ordinal";

    /// <summary>More boxes than a delivery ever has.</summary>
    public const int Most = 200;

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid ShipmentId { get; init; }

    /// <summary>From 1, as on the box or in the order they were opened.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Null: announced by the slip, not here yet.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>空箱確認: when two people saw it empty; null before.</summary>
    public DateTimeOffset? EmptiedAt { get; set; }

    public Guid? EmptiedBy { get; set; }

    /// <summary>The second person, another account (a CHECK).</summary>
    public Guid? EmptiedWith { get; set; }
}
