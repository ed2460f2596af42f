namespace Tewatashi.HandOver;

/// <summary>How a question of the checklist is answered.</summary>
public enum ChecklistAnswer
{
    /// <summary>はい or いいえ; stored as 1 and 0.</summary>
    YesNo,

    /// <summary>How many, 0 to 9.</summary>
    Count,
}
