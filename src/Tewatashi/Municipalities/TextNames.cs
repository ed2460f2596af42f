namespace Tewatashi.Municipalities;

/// <summary>What the office calls its texts, and where each is read.</summary>
public static class TextNames
{
    public static string Name(this TextKey key) => key switch
    {
        TextKey.PurposeOfUse => "利用目的",
        TextKey.Welcome => "はじめの案内",
        TextKey.CannotCome => "来られない方へ(代理の条件)",
        TextKey.WhatToBring => "持ち物",
        TextKey.NoticeOpening => "交付通知書の書き出し",
        TextKey.ReminderOpening => "再通知の書き出し",
        TextKey.NoticeSender => "交付通知書の差出人",
        TextKey.Access => "交通・場所の案内",
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    public static string Where(this TextKey key) => key switch
    {
        TextKey.PurposeOfUse => "住民が入力を始める前に表示し、電話では読み上げます。",
        TextKey.Welcome => "住民側の最初のページに表示します。",
        TextKey.CannotCome => "住民側の最初のページから開けます。",
        TextKey.WhatToBring => "交付通知書に表示します。書き換えると、予約の完了ページとメールにも、来る方ごとの持ち物に続けて表示します。1行に1つ書きます。",
        TextKey.NoticeOpening => "A4の交付通知書の最初の文です。",
        TextKey.ReminderOpening => "期限を過ぎても予約のない方に送る、A4の再通知の最初の文です。",
        TextKey.NoticeSender => "A4の交付通知書の上に、自治体名に続けて印字する担当課の名前です。",
        TextKey.Access => "予約の完了ページとメールに表示します。",
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };
}
