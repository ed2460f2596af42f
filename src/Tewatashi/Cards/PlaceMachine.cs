using Tewatashi.Lifecycle;
using Tewatashi.Staff;

namespace Tewatashi.Cards;

/// <summary>場所: where a card is. Second of the four machines.</summary>
public static class PlaceMachine
{
    public static readonly Machine<PlaceKind, PlaceStep> Places = new("場所",
    [
        new(PlaceKind.None, PlaceStep.Store, PlaceKind.Storage, "検品済であること、ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.Storage, PlaceStep.Move, PlaceKind.Storage, "ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.Storage, PlaceStep.Pick, PlaceKind.Tray, "その窓口の来庁予定、ラベルの読み取り", Permission.MoveCards),
        new(PlaceKind.Tray, PlaceStep.Reshelve, PlaceKind.Storage, "ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.Storage, PlaceStep.Pack, PlaceKind.Transit, "移送の指示、交付前設定済であること、ラベルの読み取り", Permission.MoveCards),
        new(PlaceKind.Tray, PlaceStep.Pack, PlaceKind.Transit, "移送の指示、交付前設定済であること、ラベルの読み取り", Permission.MoveCards),
        new(PlaceKind.Transit, PlaceStep.Unpack, PlaceKind.Storage, "送る前、ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.Transit, PlaceStep.Arrive, PlaceKind.Storage, "移送先の庁舎、ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.Transit, PlaceStep.ArriveInTray, PlaceKind.Tray, "移送先の庁舎、便をまるごと、枚数の確認", Permission.MoveCards),
        new(PlaceKind.Transit, PlaceStep.FailToArrive, PlaceKind.Missing, "届かなかったこと、二人目の確認", Permission.MoveCards),
        new(PlaceKind.Storage, PlaceStep.TakeOut, PlaceKind.TakenOut, "交付前設定済であること、持ち出す職員、戻る時刻、ラベルの読み取り", Permission.MoveCards),
        new(PlaceKind.Tray, PlaceStep.TakeOut, PlaceKind.TakenOut, "交付前設定済であること、持ち出す職員、戻る時刻、ラベルの読み取り", Permission.MoveCards),
        new(PlaceKind.TakenOut, PlaceStep.BringBack, PlaceKind.Storage, "ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.TakenOut, PlaceStep.HandOver, PlaceKind.WithResident, "交付と同時、持出し先で", Permission.HandOver),
        new(PlaceKind.Tray, PlaceStep.HandOver, PlaceKind.WithResident, "交付と同時", Permission.HandOver),
        new(PlaceKind.WithResident, PlaceStep.TakeBack, PlaceKind.Tray, "交付取消と同時、ラベルの読み取り", Permission.HandOver),
        new(PlaceKind.None, PlaceStep.Post, PlaceKind.Posted, "暗証番号設定済であること、ラベルの読み取り", Permission.PostCards),
        new(PlaceKind.Storage, PlaceStep.Post, PlaceKind.Posted, "暗証番号設定済であること、ラベルの読み取り", Permission.PostCards),
        new(PlaceKind.Posted, PlaceStep.Deliver, PlaceKind.WithResident, "配達の確認", Permission.PostCards),
        new(PlaceKind.WithResident, PlaceStep.CancelDelivery, PlaceKind.Posted, "配達を記録した日のうち、二人目の確認", Permission.PostCards),
        new(PlaceKind.Posted, PlaceStep.TakeBackPosted, PlaceKind.Storage, "返戻の理由、ラベルと保管場所の読み取り", Permission.PostCards),
        new(PlaceKind.None, PlaceStep.Miss, PlaceKind.Missing, "検品済であること、理由", Permission.MoveCards),
        new(PlaceKind.None, PlaceStep.LoseInPost, PlaceKind.Missing, "発送の不足であること、紛失確定と同時、二人目の確認", Permission.HandleIncidents),
        new(PlaceKind.Storage, PlaceStep.Miss, PlaceKind.Missing, "理由", Permission.MoveCards),
        new(PlaceKind.TakenOut, PlaceStep.Miss, PlaceKind.Missing, "理由", Permission.MoveCards),
        new(PlaceKind.Tray, PlaceStep.Miss, PlaceKind.Missing, "理由", Permission.MoveCards),
        new(PlaceKind.Missing, PlaceStep.Find, PlaceKind.Storage, "ラベルと保管場所の読み取り", Permission.MoveCards),
        new(PlaceKind.None, PlaceStep.Destroy, PlaceKind.Destroyed, "廃棄と同時、ラベルの読み取り、立会", Permission.DisposeCards),
        new(PlaceKind.Storage, PlaceStep.Destroy, PlaceKind.Destroyed, "廃棄と同時、ラベルの読み取り、立会", Permission.DisposeCards),
        new(PlaceKind.Tray, PlaceStep.Destroy, PlaceKind.Destroyed, "廃棄と同時、ラベルの読み取り、立会", Permission.DisposeCards),
        new(PlaceKind.None, PlaceStep.ReturnToMaker, PlaceKind.WithMaker, "返送と同時、ラベルの読み取り、二人目の確認", Permission.DisposeCards),
        new(PlaceKind.Storage, PlaceStep.ReturnToMaker, PlaceKind.WithMaker, "返送と同時、ラベルの読み取り、二人目の確認", Permission.DisposeCards),
        new(PlaceKind.Tray, PlaceStep.ReturnToMaker, PlaceKind.WithMaker, "返送と同時、ラベルの読み取り、二人目の確認", Permission.DisposeCards),
    ]);
}
