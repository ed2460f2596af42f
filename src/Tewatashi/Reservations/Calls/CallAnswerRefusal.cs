namespace Tewatashi.Reservations.Calls;

/// <summary>Why a call of a selection is left as it is.</summary>
public enum CallAnswerRefusal
{
    /// <summary>Settled already, or the reason went away.</summary>
    Over,

    /// <summary>Somebody wrote down an answer since it was shown.</summary>
    Overtaken,
}

public static class CallAnswerRefusalNames
{
    public static string Name(this CallAnswerRefusal refusal) => refusal switch
    {
        CallAnswerRefusal.Over => "すでに済んだか、連絡が要らなくなりました",
        CallAnswerRefusal.Overtaken => "ほかの職員が先に記録しました。今の状態を確かめてください",
    };
}
