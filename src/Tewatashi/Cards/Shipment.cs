using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>J-LIS発送: a delivery of cards from the maker, announced by a file, or 特急発行 typed in by hand on one day.</summary>
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

    /// <summary>Why two people closed it although it did not balance; null where it balanced or is open.</summary>
    public ShipmentDifference? Difference { get; set; }

    public Guid? SignedBy { get; set; }

    /// <summary>The second person, another account (a CHECK).</summary>
    public Guid? SignedWith { get; set; }

    /// <summary>The day of cards that came without a file (特急発行) and were typed in; null for an announced delivery. One is open at a time (a unique index).</summary>
    public DateOnly? ByHandOn { get; init; }
}
