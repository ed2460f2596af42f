namespace Tewatashi.Reservations;

/// <summary>A step of a reservation.</summary>
public enum ReservationStep
{
    /// <summary>予約の確定.</summary>
    Confirm,

    /// <summary>The hold ran out or was given up.</summary>
    Lapse,
    Cancel,

    /// <summary>要日時変更: the office closed its place.</summary>
    LosePlace,

    /// <summary>日時の取り直し.</summary>
    Rebook,

    /// <summary>来庁.</summary>
    CheckIn,

    /// <summary>A check-in by mistake taken back.</summary>
    UndoCheckIn,

    /// <summary>交付.</summary>
    Complete,

    /// <summary>交付見送り.</summary>
    RefuseHandOver,

    /// <summary>未来庁.</summary>
    Miss,

    /// <summary>Came although 未来庁 stands: entered later from the 当日控え.</summary>
    ComeAfterAll,

    /// <summary>交付取消: what was completed was taken back.</summary>
    CancelHandOver,
}
