namespace Tewatashi.Parcels;

/// <summary>What became of a card of a parcel.</summary>
public enum ParcelLineState
{
    /// <summary>In the parcel.</summary>
    Packed,

    /// <summary>Out again before the parcel left.</summary>
    Unpacked,

    /// <summary>Scanned in the other office.</summary>
    Arrived,

    /// <summary>不足: it was packed and did not arrive.</summary>
    Missing,

    /// <summary>余り: scanned in the other office, but in no parcel that is on its way there. Not moved in the books.</summary>
    Extra,
}
