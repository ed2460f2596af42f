using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Parcels;

/// <summary>One card of a parcel. A card lies in at most one at a time: a unique index.</summary>
public sealed class ParcelLine : IMunicipalityOwned
{
    internal const string OneLivePerCard = "ux_parcel_line_one_live_per_card";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid ParcelId { get; init; }
    public required SerialNumber SerialNumber { get; init; }

    /// <summary>Null: scanned in the other office, and no such card is known.</summary>
    public required Guid? CardId { get; init; }

    public required ParcelLineState State { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }

    /// <summary>Null while it is in the parcel.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}
