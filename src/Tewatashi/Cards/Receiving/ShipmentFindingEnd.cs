namespace Tewatashi.Cards.Receiving;

/// <summary>How a difference of a delivery was settled. A code, never free text.</summary>
public enum ShipmentFindingEnd
{
    /// <summary>The missing card was scanned in after all, or the other card in its own delivery.</summary>
    Inspected,

    /// <summary>The maker confirmed that it never sent the card.</summary>
    NeverSent,

    /// <summary>The maker sent it, and it never came: 紛失確定 with an incident.</summary>
    LostInPost,

    /// <summary>Sent back to the maker; it was no card of ours.</summary>
    SentBack,

    /// <summary>Handed to the delivery or the place it belongs to.</summary>
    PutWhereItBelongs,

    /// <summary>The same sleeve was read twice.</summary>
    ReadTwice,

    /// <summary>A second sleeve carried the label; it was printed anew.</summary>
    LabelReplaced,
}
