namespace Tewatashi.HandOver.Terminal;

/// <summary>In which way the books and the national terminal differ about a card.</summary>
public enum DifferenceSide
{
    /// <summary>We say 交付済, they do not.</summary>
    OnlyHere,

    /// <summary>They say 交付済, we do not.</summary>
    HandedOverThere,

    /// <summary>They say 廃止, and the card is still ours.</summary>
    AbolishedThere,
}
