namespace Tewatashi.Cards;

public enum ShipmentState
{
    /// <summary>The file is here, the boxes are not.</summary>
    Announced,

    /// <summary>Boxes are open, cards are being scanned.</summary>
    Receiving,

    /// <summary>The scanned count balanced with the list.</summary>
    Closed,
}
