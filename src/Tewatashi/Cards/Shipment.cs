using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>J-LIS発送: a delivery of cards from the maker, announced by a file.</summary>
public sealed class Shipment : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>What the office calls it; the file's name at first.</summary>
    public required string Name { get; set; }

    public required ShipmentState State { get; set; }
    public required DateTimeOffset AnnouncedAt { get; init; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
}
