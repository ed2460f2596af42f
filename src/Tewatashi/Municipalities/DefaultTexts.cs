namespace Tewatashi.Municipalities;

/// <summary>The wording a new municipality starts from; every one can be changed on a page.</summary>
public static class DefaultTexts
{
    public static readonly IReadOnlyDictionary<TextKey, string> All = new Dictionary<TextKey, string>
    {
        [TextKey.PurposeOfUse] =
            "入力された情報は、マイナンバーカードの交付日時の予約と、カードの交付・保管の管理のためだけに使います。ほかの目的には使いません。"
            + "受け取りが終わったあと、電子メールアドレスは一定の期間で消去します。",
        [TextKey.Welcome] = "マイナンバーカードの受け取りを予約できます。お手元に交付通知書をご用意ください。",
        [TextKey.CannotCome] =
            "病気、身体の障害、長期の入院、75歳以上で外出が難しいなど、やむを得ない理由でご本人が来られないときは、代理の方が受け取れます。"
            + "代理の方の本人確認書類、代理権を確認できる書類、ご本人が来られないことを確認できる書類が必要です。くわしくはお問い合わせください。",
        [TextKey.WhatToBring] = "交付通知書\n本人確認書類(運転免許証など)\nお持ちの方は、通知カード、住民基本台帳カード、以前のマイナンバーカード",
        [TextKey.NoticeOpening] = "申請されたマイナンバーカードの受け取りの準備ができました。受け取りには予約が必要です。",
        [TextKey.ReminderOpening] =
            "交付通知書をお送りしましたが、マイナンバーカードをまだお受け取りいただいていません。下の期限までに予約をして、お受け取りください。"
            + "前の交付通知書の受付番号とパスワードは使えません。すでに予約やお受け取りがお済みのときは、行き違いですのでご容赦ください。",
        [TextKey.NoticeSender] = "マイナンバーカード担当",
        [TextKey.Access] = "予約した受け取り場所へお越しください。",
    };
}
