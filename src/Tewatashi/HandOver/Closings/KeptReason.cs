namespace Tewatashi.HandOver.Closings;

/// <summary>Why a card may lie in the tray overnight.</summary>
public enum KeptReason
{
    /// <summary>Its visit is on the next day on which anyone comes: it was picked the evening before.</summary>
    NextDay,

    /// <summary>Somebody is expected behind the closing.</summary>
    ComesLater,

    /// <summary>The tray as a whole is locked away.</summary>
    LockedAway,

    /// <summary>It must not be moved while something is being looked into.</summary>
    UnderInquiry,
}

public static class KeptReasonNames
{
    public static string Name(this KeptReason reason) => reason switch
    {
        KeptReason.NextDay => "次の日に来る方のカード",
        KeptReason.ComesLater => "閉庁のあとに来る方を待っている",
        KeptReason.LockedAway => "棚に戻せないので、トレイごと金庫に入れて施錠した",
        KeptReason.UnderInquiry => "調査のため動かさない",
    };
}
