namespace Tewatashi.Counting;

/// <summary>Why a place is counted.</summary>
public enum CountReason
{
    /// <summary>Somebody scanned its label and began.</summary>
    Chosen,

    /// <summary>今日の箱: drawn by lot.</summary>
    Daily,

    /// <summary>全数棚卸: every place inside a building, vault or shelf.</summary>
    Full,
}
