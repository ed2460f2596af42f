namespace Tewatashi.Papers;

/// <summary>The words on a notice that no municipality changes: staff and residents speak of them by these names.</summary>
internal static class NoticeWords
{
    public const string Serial = "製造管理番号";
    public const string Reception = "受付番号";
    public const string Password = "受付パスワード";
    public const string NotThePin = "カードの暗証番号ではありません";
    public const string Deadline = "受け取り期限";
    public const string Code = "予約ページ";
    public const string ByInternet = "インターネットで予約する";
    public const string ByTelephone = "電話で予約する";
    public const string Address = "アドレス";
    public const string Bring = "持ち物";
    public const string CannotCome = "来られない方へ(代理の条件)";
    public const string Contacts = "お問い合わせ";
    public const string Telephone = "電話";
    public const string Fax = "FAX";
    public const string Relay = "電話リレー";
    public const string Mail = "メール";
    public const string NeverAsked = "予約のときに、個人番号やカードの暗証番号をお聞きすることはありません。";
}
