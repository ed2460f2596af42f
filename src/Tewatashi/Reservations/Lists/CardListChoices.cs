namespace Tewatashi.Reservations.Lists;

/// <summary>How the notice of a listed card stands.</summary>
public enum NoticeStand
{
    None,
    Printed,
    Sent,
    Returned,
}

/// <summary>How the booking of a listed card stands.</summary>
public enum BookingStand
{
    None,
    Booked,
    CheckedIn,
    NeedsRebooking,
}

/// <summary>What a list of cards is sorted by; the 製造管理番号 decides between equals.</summary>
public enum CardListOrder
{
    Serial,

    /// <summary>In walking order; what lies in no storage place comes last.</summary>
    Place,

    Arrived,

    /// <summary>交付期限; what has none comes last.</summary>
    Deadline,
}

/// <summary>What the office calls the choices of its lists.</summary>
public static class CardListWords
{
    public static string Name(this NoticeStand stand) => stand switch
    {
        NoticeStand.None => "なし",
        NoticeStand.Printed => "印刷済(発送前)",
        NoticeStand.Sent => "発送済",
        NoticeStand.Returned => "返戻",
    };

    public static string Name(this BookingStand stand) => stand switch
    {
        BookingStand.None => "なし",
        BookingStand.Booked => "予約済",
        BookingStand.CheckedIn => "来庁中",
        BookingStand.NeedsRebooking => "要日時変更",
    };

    public static string Name(this CardListOrder order) => order switch
    {
        CardListOrder.Serial => "製造管理番号",
        CardListOrder.Place => "場所",
        CardListOrder.Arrived => "到着日",
        CardListOrder.Deadline => "交付期限",
    };
}
