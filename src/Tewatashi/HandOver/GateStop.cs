namespace Tewatashi.HandOver;

/// <summary>Why the gate does not open for a reservation at all.</summary>
public enum GateStop
{
    /// <summary>Nobody has checked in.</summary>
    NotCheckedIn,

    /// <summary>The card was handed over already.</summary>
    HandedOver,

    /// <summary>The visit ended otherwise: cancelled, missed, not handed over.</summary>
    Ended,

    /// <summary>保留.</summary>
    Suspended,

    /// <summary>交付前設定 is not done, or the card is no longer ours.</summary>
    NotPrepared,

    /// <summary>It does not lie in this counter's tray, and was not taken out (持出し) either.</summary>
    NotInTray,
}

public static class GateStopNames
{
    public static string Name(this GateStop stop) => stop switch
    {
        GateStop.NotCheckedIn => "来庁受付が済んでいません",
        GateStop.HandedOver => "交付済です",
        GateStop.Ended => "この予約は終わっています",
        GateStop.Suspended => "保留中です",
        GateStop.NotPrepared => "交付前設定が済んでいません",
        GateStop.NotInTray => "この窓口のトレイにカードがありません",
    };

    public static string Advice(this GateStop stop) => stop switch
    {
        GateStop.NotCheckedIn => "来庁受付をしてから交付してください。",
        GateStop.HandedOver => "二重に交付することはできません。履歴はカードの画面で確かめてください。",
        GateStop.Ended => "あらためて来庁受付(予約なし来庁)をしてください。",
        GateStop.Suspended => "交付できません。カードの画面で保留を確かめてください。解除できないときは交付見送りにします。",
        GateStop.NotPrepared => "交付できません。交付前設定を済ませるか、交付見送りにします。",
        GateStop.NotInTray => "抜き出しの画面でカードのラベルを読み取り、トレイに入れてください。",
    };
}
