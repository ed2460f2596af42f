using Tewatashi.Cards;
using Tewatashi.Notices;

namespace Tewatashi.Reservations;

/// <summary>
/// 処理状況: the one label of a card, derived from its four machines and never stored. The first that applies, from top to bottom: what is
/// over, what is wrong, the visit, the notice, the progress.
/// </summary>
public enum CardStatus
{
    HandedOver,
    Disposed,
    Lost,
    ReturnedToMaker,
    NeverSent,
    Missing,
    Suspended,
    CheckedIn,
    NeedsRebooking,
    Booked,
    NoticeReturned,
    Notified,
    Posted,
    PinSet,
    Prepared,
    Inspected,
    Received,
    Expected,
}

public static class CardStatuses
{
    /// <param name="notice">State of the card's notice that is not withdrawn; null where it has none.</param>
    /// <param name="reservation">State of its live booking; null where it has none.</param>
    public static CardStatus Of(CardProgress progress, PlaceKind place, Suspension? suspension, NoticeState? notice, ReservationState? reservation)
    {
        if (!progress.IsOver())
        {
            if (place == PlaceKind.Missing) return CardStatus.Missing;
            if (suspension is not null) return CardStatus.Suspended;
            if (reservation == ReservationState.CheckedIn) return CardStatus.CheckedIn;
            if (reservation == ReservationState.NeedsRebooking) return CardStatus.NeedsRebooking;
            if (reservation == ReservationState.Booked) return CardStatus.Booked;
            if (place == PlaceKind.Posted) return CardStatus.Posted;
            if (notice == NoticeState.Returned) return CardStatus.NoticeReturned;
            if (notice == NoticeState.Sent) return CardStatus.Notified;
        }

        return progress switch
        {
            CardProgress.HandedOver => CardStatus.HandedOver,
            CardProgress.Disposed => CardStatus.Disposed,
            CardProgress.Lost => CardStatus.Lost,
            CardProgress.ReturnedToMaker => CardStatus.ReturnedToMaker,
            CardProgress.NeverSent => CardStatus.NeverSent,
            CardProgress.PinSet => CardStatus.PinSet,
            CardProgress.Prepared => CardStatus.Prepared,
            CardProgress.Inspected => CardStatus.Inspected,
            CardProgress.Received => CardStatus.Received,
            CardProgress.Expected => CardStatus.Expected,
        };
    }

    public static string Name(this CardStatus status) => status switch
    {
        CardStatus.HandedOver => "交付済",
        CardStatus.Disposed => "廃棄",
        CardStatus.Lost => "紛失確定",
        CardStatus.ReturnedToMaker => "J-LISへ返送",
        CardStatus.NeverSent => "未発送",
        CardStatus.Missing => "所在不明",
        CardStatus.Suspended => "保留",
        CardStatus.CheckedIn => "来庁中",
        CardStatus.NeedsRebooking => "要日時変更",
        CardStatus.Booked => "予約済",
        CardStatus.NoticeReturned => "通知返戻",
        CardStatus.Notified => "通知済",
        CardStatus.Posted => "郵送済",
        CardStatus.PinSet => "暗証番号設定済",
        CardStatus.Prepared => "交付前設定済",
        CardStatus.Inspected => "検品済",
        CardStatus.Received => "受入済",
        CardStatus.Expected => "未着",
    };
}
