using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>移送便: cards that travel together from one office to another, packed and received by scan, closed when every card is accounted for.</summary>
public sealed class Parcel : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>On its slip, to be scanned in the other office; unique in the municipality.</summary>
    public required ParcelNumber Number { get; init; }

    public required Guid FromBuildingId { get; init; }
    public required Guid ToBuildingId { get; init; }
    public required ParcelState State { get; set; }

    /// <summary>A card without an order is taken too: its scan orders it over.</summary>
    public required bool OrdersByScan { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedBy { get; init; }

    /// <summary>Null until it leaves.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public string? SentBy { get; set; }

    /// <summary>The last day on which it should be closed, by the rule of the day on which it left, inclusive; null until it leaves.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Null until it is received; stays null where the whole parcel never came.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    public string? ReceivedBy { get; set; }

    /// <summary>Null until it is closed or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>The second person who stands for a difference; null where nothing differed.</summary>
    public string? SignedBy { get; set; }

    /// <summary>On its way longer than the rule says.</summary>
    public bool IsOverdue(DateOnly today) => State is ParcelState.OnTheWay or ParcelState.Received && DueOn < today;
}
