namespace Tewatashi.Parcels;

/// <summary>How a parcel between offices stands.</summary>
public enum ParcelState
{
    /// <summary>梱包中: cards are scanned into it.</summary>
    Packing,

    /// <summary>移送中: it has left.</summary>
    OnTheWay,

    /// <summary>受取中: it is in the other office, its cards are scanned onto the shelf.</summary>
    Received,

    /// <summary>Every card of it is accounted for.</summary>
    Closed,

    /// <summary>Empty, and not needed.</summary>
    GivenUp,
}
