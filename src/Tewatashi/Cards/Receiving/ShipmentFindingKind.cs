namespace Tewatashi.Cards.Receiving;

/// <summary>How a card differs from the list of its delivery.</summary>
public enum ShipmentFindingKind
{
    /// <summary>不足: on the list, not scanned when two people signed the difference.</summary>
    Missing,

    /// <summary>一覧にない: on no list of this municipality.</summary>
    Unlisted,

    /// <summary>別の発送: on the list of another delivery, or in the stock from before.</summary>
    OtherShipment,

    /// <summary>重複: read again after it was inspected; there may be a second sleeve with its label.</summary>
    Doubled,
}
