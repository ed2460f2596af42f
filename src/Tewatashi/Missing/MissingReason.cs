namespace Tewatashi.Missing;

/// <summary>When somebody noticed that a card is not in its place.</summary>
public enum MissingReason
{
    /// <summary>抜き出し: not in the box that the pick list names.</summary>
    AtPicking,

    /// <summary>棚卸: a count found it missing.</summary>
    AtCount,

    /// <summary>Not in the counter's tray.</summary>
    InTray,

    /// <summary>移送便: packed, and not in the parcel that came.</summary>
    InParcel,

    /// <summary>Otherwise.</summary>
    Other,
}
