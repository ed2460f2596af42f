namespace Tewatashi.HandOver.Post;

/// <summary>Why a posted card came back.</summary>
public enum PostReturnReason
{
    /// <summary>保管期間経過.</summary>
    NotCollected,

    /// <summary>あて所不明.</summary>
    UnknownAddress,

    /// <summary>転送不要による返還.</summary>
    NotForwarded,

    /// <summary>受取拒絶.</summary>
    Refused,

    /// <summary>Kept back before it went to the post, or asked back from it.</summary>
    Stopped,
}

public static class PostReturnReasonNames
{
    public static string Name(this PostReturnReason reason) => reason switch
    {
        PostReturnReason.NotCollected => "保管期間経過",
        PostReturnReason.UnknownAddress => "あて所不明",
        PostReturnReason.NotForwarded => "転送不要による返還",
        PostReturnReason.Refused => "受取拒絶",
        PostReturnReason.Stopped => "差出しの取りやめ・取戻し",
    };
}
