using Tewatashi.Lifecycle;
using Tewatashi.Staff;

namespace Tewatashi.Cards;

/// <summary>進捗: how far a card is. First of the four machines.</summary>
public static class CardMachine
{
    public static readonly Machine<CardProgress, CardStep> Progress = new("進捗",
    [
        new(CardProgress.Expected, CardStep.Receive, CardProgress.Received, WhoMay: Permission.ReceiveCards),
        new(CardProgress.Received, CardStep.Inspect, CardProgress.Inspected, "管理ラベルの読み取り", Permission.ReceiveCards),
        new(CardProgress.Inspected, CardStep.Prepare, CardProgress.Prepared, "保留でないこと", Permission.ReceiveCards),
        new(CardProgress.Prepared, CardStep.HandOver, CardProgress.HandedOver, "保留でないこと、窓口のトレイにあること、本人確認", Permission.HandOver),
        new(CardProgress.HandedOver, CardStep.CancelHandOver, CardProgress.Prepared, "交付した日のうち、理由、二人目の確認", Permission.HandOver),
        new(CardProgress.Prepared, CardStep.SetPin, CardProgress.PinSet, "郵送のカードであること、保留・要追記・予約のないこと、ラベルの読み取り", Permission.PostCards),
        new(CardProgress.PinSet, CardStep.Deliver, CardProgress.HandedOver, "郵送済であること", Permission.PostCards),
        new(CardProgress.HandedOver, CardStep.CancelDelivery, CardProgress.PinSet, "配達を記録した日のうち、二人目の確認", Permission.PostCards),
        new(CardProgress.PinSet, CardStep.ToCounter, CardProgress.Prepared, "返戻、または窓口への変更、その理由", Permission.PostCards),
        new(CardProgress.Inspected, CardStep.Dispose, CardProgress.Disposed, "起案と決裁、廃止登録済であること、立会", Permission.DisposeCards),
        new(CardProgress.Prepared, CardStep.Dispose, CardProgress.Disposed, "起案と決裁、廃止登録済であること、立会", Permission.DisposeCards),
        new(CardProgress.PinSet, CardStep.Dispose, CardProgress.Disposed, "起案と決裁、廃止登録済であること、立会", Permission.DisposeCards),
        new(CardProgress.Inspected, CardStep.ConfirmLost, CardProgress.Lost, "所在不明であること、予約のないこと、二人目の確認", Permission.HandleIncidents),
        new(CardProgress.Prepared, CardStep.ConfirmLost, CardProgress.Lost, "所在不明であること、予約のないこと、二人目の確認", Permission.HandleIncidents),
        new(CardProgress.PinSet, CardStep.ConfirmLost, CardProgress.Lost, "所在不明であること、予約のないこと、二人目の確認", Permission.HandleIncidents),
        new(CardProgress.Expected, CardStep.ConfirmLost, CardProgress.Lost, "不足であること、J-LISが発送済みと答えたこと、二人目の確認", Permission.HandleIncidents),
        new(CardProgress.Expected, CardStep.ConfirmNeverSent, CardProgress.NeverSent, "不足であること、J-LISが未発送と答えたこと、二人目の確認", Permission.ReceiveCards),
        new(CardProgress.Inspected, CardStep.ReturnToMaker, CardProgress.ReturnedToMaker, "券面・IC不良の保留、予約のないこと、二人目の確認", Permission.DisposeCards),
        new(CardProgress.Prepared, CardStep.ReturnToMaker, CardProgress.ReturnedToMaker, "券面・IC不良の保留、予約のないこと、二人目の確認", Permission.DisposeCards),
        new(CardProgress.PinSet, CardStep.ReturnToMaker, CardProgress.ReturnedToMaker, "券面・IC不良の保留、予約のないこと、二人目の確認", Permission.DisposeCards),
    ]);
}
