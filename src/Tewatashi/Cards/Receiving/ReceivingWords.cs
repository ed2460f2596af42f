namespace Tewatashi.Cards.Receiving;

/// <summary>What the office calls the differences of a delivery.</summary>
public static class ReceivingWords
{
    public static string Name(this ShipmentFindingKind kind) => kind switch
    {
        ShipmentFindingKind.Missing => "不足",
        ShipmentFindingKind.Unlisted => "一覧にない",
        ShipmentFindingKind.OtherShipment => "別の発送",
        ShipmentFindingKind.Doubled => "重複",
    };

    public static string Name(this ShipmentFindingEnd end) => end switch
    {
        ShipmentFindingEnd.Inspected => "検品した",
        ShipmentFindingEnd.NeverSent => "J-LISが未発送と確認",
        ShipmentFindingEnd.LostInPost => "配送中の紛失と確定",
        ShipmentFindingEnd.SentBack => "J-LISへ返送",
        ShipmentFindingEnd.PutWhereItBelongs => "本来の発送・場所へ移した",
        ShipmentFindingEnd.ReadTwice => "同じケースを2回読んだ",
        ShipmentFindingEnd.LabelReplaced => "管理ラベルを貼り直した",
    };

    public static string Name(this ShipmentDifference difference) => difference switch
    {
        ShipmentDifference.NotInBoxes => "箱の中を探したが見つからない",
        ShipmentDifference.BoxNotArrived => "届いていない箱がある",
        ShipmentDifference.ListWrong => "一覧が違っている",
        ShipmentDifference.MakerAsked => "J-LISに照会中",
    };

    /// <summary>How one person may settle it. What a scan settles, or two people, is not among them.</summary>
    public static IReadOnlyList<ShipmentFindingEnd> Ends(this ShipmentFindingKind kind) => kind switch
    {
        ShipmentFindingKind.Missing => [],
        ShipmentFindingKind.Unlisted => [ShipmentFindingEnd.SentBack, ShipmentFindingEnd.PutWhereItBelongs],
        ShipmentFindingKind.OtherShipment => [ShipmentFindingEnd.PutWhereItBelongs],
        ShipmentFindingKind.Doubled => [ShipmentFindingEnd.ReadTwice, ShipmentFindingEnd.LabelReplaced],
    };
}
