namespace Tewatashi.Reservations.Calls;

/// <summary>What the office calls the reasons and states of a call, and what is said on the telephone.</summary>
public static class CallWords
{
    public static string Name(this CallReason reason) => reason switch
    {
        CallReason.NeedsRebooking => "要日時変更",
        CallReason.OfficeCancelled => "予約の取消",
        CallReason.Offer => "空きのご案内",
        CallReason.CardOnHold => "カードの保留・所在不明",
        CallReason.Outage => "システム停止",
        CallReason.ReturnedNotice => "通知の返戻",
        CallReason.MailUndelivered => "メールの不達",
    };

    /// <summary>What to say, without anything of the person.</summary>
    public static string WhatToSay(this CallReason reason) => reason switch
    {
        CallReason.NeedsRebooking => "窓口の都合でご予約の時間が使えなくなったことをお詫びし、新しい日時を決めます。",
        CallReason.OfficeCancelled => "ご予約を取り消したことをお詫びし、あらためて予約できることを伝えます。",
        CallReason.Offer => "ご希望の日に空きが出たことを伝え、予約するかどうかを聞きます。",
        CallReason.CardOnHold => "カードの画面で理由を確かめてから電話し、来庁をお待ちいただくよう伝えます。",
        CallReason.Outage => "全国のシステムが止まっていてお渡しできないことをお詫びし、新しい日時を決めます。",
        CallReason.MailUndelivered => "予約のメールが届いていないことを伝え、予約の日時を確かめます。",
        CallReason.ReturnedNotice => "通知が戻ってきたことを伝え、送り直す手続きを案内します。",
    };

    public static string Name(this CallState state) => state switch
    {
        CallState.Open => "未連絡",
        CallState.NotReached => "不在",
        CallState.Reached => "連絡済・手続き待ち",
        CallState.Done => "済",
        CallState.Withdrawn => "連絡不要",
    };
}
