namespace Tewatashi.Reservations;

/// <summary>What the office calls the states of a reservation.</summary>
public static class ReservationWords
{
    public static string Name(this ReservationState state) => state switch
    {
        ReservationState.Held => "仮押さえ",
        ReservationState.Booked => "予約済",
        ReservationState.CheckedIn => "来庁済",
        ReservationState.Completed => "交付済",
        ReservationState.Cancelled => "取消",
        ReservationState.NoShow => "未来庁",
        ReservationState.NeedsRebooking => "要日時変更",
        ReservationState.NotHandedOver => "交付見送り",
        ReservationState.Lapsed => "期限切れ",
    };
}
