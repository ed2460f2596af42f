namespace Tewatashi.Reservations;

/// <summary>Why a card cannot be booked now. One reason at a time, the first that holds.</summary>
public enum BookingRefusal
{
    /// <summary>No such card here.</summary>
    Unknown,

    /// <summary>交付済, or gone for good.</summary>
    HandedOver,

    /// <summary>保留; the resident face says the same for every reason.</summary>
    Suspended,

    /// <summary>所在不明.</summary>
    Missing,

    /// <summary>郵送で交付するカード.</summary>
    SentByPost,

    /// <summary>準備中: 交付前設定 is not done.</summary>
    NotPrepared,

    /// <summary>準備中: the notice has not been sent. Holds on the internet alone.</summary>
    NotNotified,

    /// <summary>The card has a live booking, or is just being booked by someone else.</summary>
    AlreadyBooked,

    /// <summary>No bookable day is left before 交付期限 or the card's own last day.</summary>
    DeadlinePassed,

    /// <summary>This 受取人種別 is not open here.</summary>
    RecipientKindClosed,

    /// <summary>A proxy comes alone and was not named.</summary>
    ProxyNameMissing,

    /// <summary>This kind of booking is off, or not taken on this channel.</summary>
    KindClosed,

    /// <summary>This counter does not serve this kind of booking.</summary>
    KindNotHere,
}

public static class BookingRefusalNames
{
    /// <summary>In the office's words, for staff.</summary>
    public static string Name(this BookingRefusal refusal) => refusal switch
    {
        BookingRefusal.Unknown => "このカードは登録されていません",
        BookingRefusal.HandedOver => "交付済か、交付の対象ではありません",
        BookingRefusal.Suspended => "保留中です。保留を解除すると予約できます",
        BookingRefusal.Missing => "所在不明です",
        BookingRefusal.SentByPost => "郵送で交付するカードです",
        BookingRefusal.NotPrepared => "交付前設定が済んでいません",
        BookingRefusal.NotNotified => "交付通知書がまだ発送されていません",
        BookingRefusal.AlreadyBooked => "すでに予約があるか、いま予約の手続き中です",
        BookingRefusal.DeadlinePassed => "予約できる日が交付期限(またはカードの期限)を過ぎています",
        BookingRefusal.RecipientKindClosed => "この受取人種別は受け付けていません",
        BookingRefusal.ProxyNameMissing => "代理の方のカナ氏名が必要です",
        BookingRefusal.KindClosed => "この用件の予約は受け付けていません",
        BookingRefusal.KindNotHere => "この用件は、この窓口では扱っていません",
    };
}
