namespace Tewatashi.Notices;

/// <summary>Why the post brought a notice back.</summary>
public enum ReturnReason
{
    /// <summary>あて所不明.</summary>
    UnknownAddress,

    /// <summary>転送不要による返還.</summary>
    NotForwarded,

    /// <summary>受取拒絶.</summary>
    Refused,

    /// <summary>保管期間経過 (registered mail alone).</summary>
    NotCollected,
}

public static class ReturnReasonNames
{
    public static string Name(this ReturnReason reason) => reason switch
    {
        ReturnReason.UnknownAddress => "あて所不明",
        ReturnReason.NotForwarded => "転送不要による返還",
        ReturnReason.Refused => "受取拒絶",
        ReturnReason.NotCollected => "保管期間経過(書留だけ)",
    };
}
