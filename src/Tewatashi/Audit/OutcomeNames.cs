namespace Tewatashi.Audit;

/// <summary>Japanese for the outcomes of the log that a card's history shows; an outcome that has none is shown as it was recorded.</summary>
public static class OutcomeNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Added"] = "追加",
        ["AlreadyThere"] = "登録済み",
        ["Applied"] = "反映",
        ["AtLocation"] = "保管場所",
        ["Booked"] = "予約成立",
        ["Cancelled"] = "取消",
        ["Changed"] = "変更",
        ["CheckedIn"] = "受付",
        ["Closed"] = "完了",
        ["Confirmed"] = "確認",
        ["Extended"] = "延長",
        ["Found"] = "該当あり",
        ["HandedOver"] = "交付済",
        ["Held"] = "仮押さえ",
        ["Inspected"] = "検品済",
        ["Issued"] = "発行",
        ["Lifted"] = "保留を解除",
        ["Matched"] = "一致",
        ["Marked"] = "未来庁",
        ["NotBalanced"] = "枚数が合わない",
        ["NotOnList"] = "一覧にないカード",
        ["NotPickable"] = "抜き出せないカード",
        ["OtherCounter"] = "別の窓口",
        ["OtherDay"] = "別の日",
        ["Nothing"] = "該当なし",
        ["OtherShipment"] = "別の発送のカード",
        ["Picked"] = "抜き出し済",
        ["Prepared"] = "交付前設定済",
        ["Printed"] = "印刷",
        ["Receiving"] = "開始",
        ["Refused"] = "見送り",
        ["Released"] = "取りやめ",
        ["Reshelved"] = "再収納済",
        ["Returned"] = "返戻",
        ["Saved"] = "受付",
        ["Sent"] = "発送",
        ["Shown"] = "表示",
        ["SignedIn"] = "成功",
        ["SignedOut"] = "終了",
        ["Stopped"] = "交付できない状態",
        ["Stored"] = "収納済",
        ["Suspended"] = "保留にした",
        ["Undone"] = "取り消し",
        ["TooMany"] = "多すぎる",
        ["UnknownCard"] = "一覧にないカード",
        ["Viewed"] = "表示",
        ["WrongCard"] = "違うカード",
        ["Done"] = "完了",
        ["Fitted"] = "枠を合わせた",
        ["Invited"] = "招待",
        ["InvitedAgain"] = "新しい招待リンク",
        ["Opened"] = "再開",
        ["Removed"] = "取りやめ",
        ["Roles"] = "名前・役割の変更",
        ["SetUp"] = "初期設定の完了",
        ["WrongPassword"] = "パスワード違い",
        ["WrongPerson"] = "誕生日の不一致",
    };

    /// <summary>The same words mean other things elsewhere: a page that was refused is no hand-over that was put off.</summary>
    public static string Of(OperationKind operation, string outcome) => (operation, outcome) switch
    {
        (not OperationKind.RefuseHandOver, "Refused") => "拒否",
        (not OperationKind.UploadImport, "Saved") => "保存",
        _ => Of(outcome),
    };

    public static string Of(string outcome) => Names.GetValueOrDefault(outcome, outcome);
}
