using Tewatashi.Staff.Lists;

namespace Tewatashi.Staff;

/// <summary>The navigation of the staff face: what is listed is shown to those who may use it, in this order.</summary>
public static class StaffMenu
{
    /// <param name="Also">Beginnings of other addresses that belong to this entry.</param>
    public sealed record Entry(string Text, string Url, Permission Permission, params string[] Also);

    /// <summary>Entries for one kind of work; mostly one desk has it open all day.</summary>
    public sealed record Group(string Text, IReadOnlyList<Entry> Entries);

    /// <summary>The entry that says how many are still to be called.</summary>
    public const string Calls = "/calls";

    /// <summary>Below it stand the files of the lists, by the list's code.</summary>
    private const string Files = "/export/";

    public static readonly IReadOnlyList<Group> Groups =
    [
        new("窓口",
        [
            new("今日", "/", Permission.SignedIn),
            new("今日の掲示", "/board", Permission.ViewDay),
            new("来庁受付", "/arrivals", Permission.HandOver, "/hand-over"),
            new("抜き出し", "/picks", Permission.ViewDay, "/pick"),
            new("再収納", "/reshelve", Permission.MoveCards),
            new("暗証番号設定依頼書", "/pin-forms", Permission.HandOver),
            new("統合端末との照合", "/terminal", Permission.HandOver),
            new("当日控えの入力", "/later", Permission.HandOver),
            new("締め", "/closing", Permission.HandOver),
            new("全国システム停止", "/outage", Permission.HandOver),
        ]),
        new("電話・予約",
        [
            new("電話受付", "/desk", Permission.BookForCaller),
            new("予約一覧", "/reservations", Permission.ViewDay),
            new("電話連絡", Calls, Permission.BookForCaller),
            new("空き待ち", "/waiting", Permission.BookForCaller),
            new("届かなかったメール", "/mails", Permission.BookForCaller),
        ]),
        new("受入・通知",
        [
            new("取り込み", "/imports", Permission.ImportCards),
            new("受入", "/shipments", Permission.ReceiveCards, "/receive"),
            new("交付前設定", "/prepare", Permission.ReceiveCards),
            new("住基の異動", "/changes", Permission.SuspendCards, "/remade"),
            new("交付通知", "/notices", Permission.SendNotices),
            new("郵送交付", "/post", Permission.PostCards),
        ]),
        new("保管",
        [
            new("カード一覧", "/cards", Permission.ViewCards, "/search"),
            new("収納", "/shelve", Permission.MoveCards),
            new("まとめて移す", "/move", Permission.MoveCards),
            new("持出し", "/take-outs", Permission.MoveCards),
            new("移送", "/transfers", Permission.MoveCards, "/parcels"),
            new("棚卸", "/counts", Permission.CountStock),
            new("保管場所", "/locations", Permission.MoveCards),
            new("開錠・施錠", "/vaults", Permission.MoveCards),
            new("所在不明", "/missing", Permission.MoveCards),
            new("事故の記録", "/incidents", Permission.ViewIncidents),
            new("廃棄", "/disposal", Permission.DisposeCards, "/old-papers"),
        ]),
        new("管理",
        [
            new("交付窓口", "/counters", Permission.ManageSettings, "/closures", "/offices"),
            new("設定", "/settings", Permission.ManageSettings, "/guide"),
            new("職員", "/staff", Permission.ManageStaff),
            new("統計", "/statistics", Permission.ViewStatistics),
            new("操作ログ", "/audit", Permission.ViewAudit),
        ]),
    ];

    /// <summary>The entry to which a page belongs; null where it belongs to none, as one's own account. The file of a list belongs where the list does.</summary>
    public static Entry? Of(string path) => path.StartsWith(Files, StringComparison.Ordinal) ? OfficeLists.Of(path[Files.Length..]) is { } list ? Of(list.Path) : null : Groups.SelectMany(group => group.Entries)
        .FirstOrDefault(entry => Begins(path, entry.Url) || entry.Also.Any(also => Begins(path, also)));

    private static bool Begins(string path, string address) =>
        path == address || (address != "/" && path.StartsWith(address + "/", StringComparison.Ordinal));
}
