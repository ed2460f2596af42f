namespace Tewatashi.HandOver.OldPapers;

/// <summary>So many of a kind, taken back at one hand-over.</summary>
public sealed record TakenBack(OldPaperKind Kind, OldPaperHandling Handling, int Count)
{
    /// <summary>More of a kind nobody brings.</summary>
    public const int Most = 9;
}
