namespace Tewatashi.Staff;

/// <summary>The navigation of the staff face: what is listed is shown to those who may use it, in this order.</summary>
public static class StaffMenu
{
    public sealed record Entry(string Text, string Url, Permission Permission);

    /// <summary>The entry that says how many are still to be called.</summary>
    public const string Calls = "/calls";

    public static readonly IReadOnlyList<Entry> Entries =
    [
        new("今日", "/", Permission.SignedIn),
        new("今日の掲示", "/board", Permission.ViewDay),
        new("来庁受付", "/arrivals", Permission.HandOver),
        new("電話受付", "/desk", Permission.BookForCaller),
        new("電話連絡", Calls, Permission.BookForCaller),
        new("空き待ち", "/waiting", Permission.BookForCaller),
        new("届かなかったメール", "/mails", Permission.BookForCaller),
        new("抜き出し", "/picks", Permission.ViewDay),
        new("再収納", "/reshelve", Permission.MoveCards),
        new("暗証番号設定依頼書", "/pin-forms", Permission.HandOver),
        new("統合端末との照合", "/terminal", Permission.HandOver),
        new("当日控えの入力", "/later", Permission.HandOver),
        new("締め", "/closing", Permission.HandOver),
        new("全国システム停止", "/outage", Permission.HandOver),
        new("移送", "/transfers", Permission.MoveCards),
        new("カード一覧", "/cards", Permission.ViewCards),
        new("取り込み", "/imports", Permission.ImportCards),
        new("受入", "/shipments", Permission.ReceiveCards),
        new("交付前設定", "/prepare", Permission.ReceiveCards),
        new("収納", "/shelve", Permission.MoveCards),
        new("棚卸", "/counts", Permission.CountStock),
        new("所在不明", "/missing", Permission.MoveCards),
        new("事故の記録", "/incidents", Permission.ViewIncidents),
        new("廃棄", "/disposal", Permission.DisposeCards),
        new("交付通知", "/notices", Permission.SendNotices),
        new("郵送交付", "/post", Permission.PostCards),
        new("保管場所", "/locations", Permission.MoveCards),
        new("交付窓口", "/counters", Permission.ManageSettings),
        new("設定", "/settings", Permission.ManageSettings),
        new("職員", "/staff", Permission.ManageStaff),
        new("統計", "/statistics", Permission.ViewStatistics),
        new("操作ログ", "/audit", Permission.ViewAudit),
    ];
}
