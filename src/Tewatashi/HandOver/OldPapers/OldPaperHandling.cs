namespace Tewatashi.HandOver.OldPapers;

/// <summary>What was done with it at the counter.</summary>
public enum OldPaperHandling
{
    /// <summary>Kept, to be destroyed before a witness.</summary>
    Kept,

    /// <summary>Punched before the person's eyes and given back.</summary>
    Punched,
}
