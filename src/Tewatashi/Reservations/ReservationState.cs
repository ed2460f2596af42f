namespace Tewatashi.Reservations;

/// <summary>How a card's appointment stands. One of the four machines.</summary>
public enum ReservationState
{
    /// <summary>仮押さえ.</summary>
    Held,

    /// <summary>予約済.</summary>
    Booked,

    /// <summary>来庁済.</summary>
    CheckedIn,

    /// <summary>完了.</summary>
    Completed,

    /// <summary>取消.</summary>
    Cancelled,

    /// <summary>未来庁.</summary>
    NoShow,

    /// <summary>要日時変更: the office closed its place.</summary>
    NeedsRebooking,

    /// <summary>交付見送り.</summary>
    NotHandedOver,

    /// <summary>A hold that ran out or was given up.</summary>
    Lapsed,
}
