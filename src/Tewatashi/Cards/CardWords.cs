namespace Tewatashi.Cards;

/// <summary>What the office calls the steps of a card's progress, places, deliveries and suspensions.</summary>
public static class CardWords
{
    public static string Name(this CardProgress progress) => progress switch
    {
        CardProgress.Expected => "未着",
        CardProgress.Received => "受入済",
        CardProgress.Inspected => "検品済",
        CardProgress.Prepared => "交付前設定済",
        CardProgress.PinSet => "暗証番号設定済",
        CardProgress.HandedOver => "交付済",
        CardProgress.Disposed => "廃棄",
        CardProgress.Lost => "紛失確定",
        CardProgress.ReturnedToMaker => "J-LISへ返送",
        CardProgress.NeverSent => "未発送",
    };

    /// <summary>The card is no longer ours to move, stop or prepare.</summary>
    public static bool IsOver(this CardProgress progress) =>
        progress is CardProgress.HandedOver or CardProgress.Disposed or CardProgress.Lost or CardProgress.ReturnedToMaker or CardProgress.NeverSent;

    /// <summary>Scanned in at the receiving table at some time; of a card that is lost its time says it.</summary>
    public static bool WasInspected(this CardProgress progress) => progress is not (CardProgress.Expected or CardProgress.Received or CardProgress.NeverSent);

    public static string Name(this PlaceKind kind) => kind switch
    {
        PlaceKind.None => "保管前",
        PlaceKind.Storage => "保管場所",
        PlaceKind.Tray => "窓口の当日トレイ",
        PlaceKind.Transit => "移送中",
        PlaceKind.TakenOut => "持出し中",
        PlaceKind.WithResident => "本人へ交付",
        PlaceKind.Posted => "郵送",
        PlaceKind.Destroyed => "裁断済",
        PlaceKind.WithMaker => "J-LISへ返送",
        PlaceKind.Missing => "所在不明",
    };

    public static string Name(this ShipmentState state) => state switch
    {
        ShipmentState.Announced => "到着待ち",
        ShipmentState.Receiving => "受入中",
        ShipmentState.Closed => "受入完了",
    };

    /// <summary>The reason lies in the person, not in this card: it holds for every card of theirs.</summary>
    public static bool IsOfPerson(this Suspension suspension) => suspension switch
    {
        Suspension.MovedOut or Suspension.MovedAbroad or Suspension.Deceased or Suspension.Hospitalised or Suspension.AskAtCounter => true,
        Suspension.Withdrawn or Suspension.Defective or Suspension.Remade or Suspension.Abolished => false,
    };

    /// <summary>要窓口確認 gives no reason by design: another reason may hide behind it.</summary>
    public static string Name(this Suspension suspension) => suspension switch
    {
        Suspension.MovedOut => "転出",
        Suspension.MovedAbroad => "国外転出",
        Suspension.Deceased => "死亡",
        Suspension.Hospitalised => "入院等",
        Suspension.Withdrawn => "申請取消",
        Suspension.Defective => "券面・IC不良",
        Suspension.Remade => "再作成",
        Suspension.AskAtCounter => "要窓口確認",
        Suspension.Abolished => "廃止登録済",
    };

    /// <summary>For good: nobody comes for the card any more, it waits for its destruction.</summary>
    public static bool IsFinal(this Suspension suspension) =>
        suspension is Suspension.MovedOut or Suspension.MovedAbroad or Suspension.Deceased or Suspension.Withdrawn or Suspension.Remade or Suspension.Abolished;

    /// <summary>What a member of staff may choose: 廃止登録済 comes with the disposal alone.</summary>
    public static IReadOnlyList<Suspension> GivenByHand { get; } = [.. Enum.GetValues<Suspension>().Where(reason => reason != Suspension.Abolished)];
}
