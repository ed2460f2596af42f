namespace Tewatashi.Cards.Receiving;

/// <summary>Why two people sign that a delivery is closed although it does not balance. A code, never free text.</summary>
public enum ShipmentDifference
{
    /// <summary>The boxes were searched, the card is not in them.</summary>
    NotInBoxes,

    /// <summary>A box of the slip did not come.</summary>
    BoxNotArrived,

    /// <summary>The list names what was not sent, or leaves out what was.</summary>
    ListWrong,

    /// <summary>The maker was asked and has not answered yet.</summary>
    MakerAsked,
}
