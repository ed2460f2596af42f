namespace Tewatashi.Audit;

/// <summary>Japanese for the outcomes of the log that a card's history shows; an outcome that has none is shown as it was recorded.</summary>
public static class OutcomeNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Added"] = "追加",
        ["AlreadyThere"] = "登録済み",
        ["Applied"] = "反映",
        ["Booked"] = "予約成立",
        ["Cancelled"] = "取消",
        ["Changed"] = "変更",
        ["CheckedIn"] = "受付",
        ["Closed"] = "完了",
        ["Confirmed"] = "確認",
        ["Extended"] = "延長",
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
        ["UnknownCard"] = "一覧にないカード",
        ["Viewed"] = "表示",
        ["WrongCard"] = "違うカード",
        ["WrongPassword"] = "パスワード違い",
        ["WrongPerson"] = "誕生日の不一致",
    };

    public static string Of(string outcome) => Names.GetValueOrDefault(outcome, outcome);
}
