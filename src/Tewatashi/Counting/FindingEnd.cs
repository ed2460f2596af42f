namespace Tewatashi.Counting;

/// <summary>How a difference was settled.</summary>
public enum FindingEnd
{
    /// <summary>It lies where the books say: label and place were scanned.</summary>
    WhereBooksSay,

    /// <summary>The books now say where it lies: label and place were scanned.</summary>
    BooksCorrected,

    /// <summary>An extra card that belongs in no place of ours was taken out of the box and given to whoever is responsible.</summary>
    TakenOut,

    /// <summary>所在不明: a search was begun for it.</summary>
    SearchBegun,
}
