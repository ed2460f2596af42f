namespace Tewatashi.Counting;

/// <summary>What the comparison of a closed count found.</summary>
public enum FindingKind
{
    /// <summary>不足: the books say it lies here, nobody scanned it, and it did not move meanwhile.</summary>
    Missing,

    /// <summary>場所違い: scanned here, and the books say it is elsewhere in our hands.</summary>
    Misplaced,

    /// <summary>余り: scanned here, and no such card is known or it should have left the office.</summary>
    Extra,
}
