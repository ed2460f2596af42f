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
        new(PlaceKind.Transit, PlaceStep.FailToArrive, PlaceKind.Missing, "届かなかったこと、二人目の確認", Permission.MoveCards),
        new(PlaceKind.Tray, PlaceStep.HandOver, PlaceKind.WithResident, "交付と同時", Permission.HandOver),
        new(PlaceKind.WithResident, PlaceStep.TakeBack, PlaceKind.Tray, "交付取消と同時、ラベルの読み取り", Permission.HandOver),
        new(PlaceKind.None, PlaceStep.Post, PlaceKind.Posted, "暗証番号設定済であること、ラベルの読み取り", Permission.PostCards),
        new(PlaceKind.Storage, PlaceStep.Post, PlaceKind.Posted, "暗証番号設定済であること、ラベルの読み取り", Permission.PostCards),
        new(PlaceKind.Posted, PlaceStep.Deliver, PlaceKind.WithResident, "配達の確認", Permission.PostCards),
        new(PlaceKind.WithResident, PlaceStep.CancelDelivery, PlaceKind.Posted, "配達を記録した日のうち、二人目の確認", Permission.PostCards),
        new(PlaceKind.Posted, PlaceStep.TakeBackPosted, PlaceKind.Storage, "返戻の理由、ラベルと保管場所の読み取り", Permission.PostCards),
    ]);
}
