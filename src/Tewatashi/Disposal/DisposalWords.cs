namespace Tewatashi.Disposal;

/// <summary>What the office calls the parts of a disposal.</summary>
public static class DisposalWords
{
    public static string Name(this DisposalState state) => state switch
    {
        DisposalState.Proposed => "決裁待ち",
        DisposalState.Approved => "決裁済",
        DisposalState.Closed => "完了",
        DisposalState.GivenUp => "取りやめ",
    };

    public static string Name(this DisposalCardState state) => state switch
    {
        DisposalCardState.Chosen => "起案",
        DisposalCardState.Abolished => "廃止登録済",
        DisposalCardState.Scanned => "読み取り済(立会待ち)",
        DisposalCardState.Destroyed => "裁断済",
        DisposalCardState.DroppedOut => "外れた",
    };

    public static string Name(this DisposalReason reason) => reason switch
    {
        DisposalReason.Unclaimed => "期限経過",
        DisposalReason.MovedOut => "転出",
        DisposalReason.MovedAbroad => "国外転出",
        DisposalReason.Deceased => "死亡",
        DisposalReason.Withdrawn => "申請取消",
        DisposalReason.Remade => "再作成",
    };

    public static string Name(this DisposalDrop drop) => drop switch
    {
        DisposalDrop.Booked => "予約が入った",
        DisposalDrop.SuspensionChanged => "保留が変わった",
        DisposalDrop.Missing => "所在不明・紛失",
        DisposalDrop.Elsewhere => "保管場所にない",
        DisposalDrop.NotDue => "再通知またはルールの変更で、期限前になった",
        DisposalDrop.LeftOut => "職員が外した",
        DisposalDrop.GivenUp => "起案の取りやめ",
    };

    public static string Name(this MakerReturnReason reason) => reason switch
    {
        MakerReturnReason.FaceDefect => "券面の不良",
        MakerReturnReason.ChipDefect => "ICの不良",
        MakerReturnReason.WrongContents => "記載の誤り",
        MakerReturnReason.Damaged => "破損",
    };
}
