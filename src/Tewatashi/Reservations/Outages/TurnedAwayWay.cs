namespace Tewatashi.Reservations.Outages;

/// <summary>How somebody came in vain.</summary>
public enum TurnedAwayWay
{
    /// <summary>Had a booking that the outage took, and was not reached in time.</summary>
    PlaceLost,

    /// <summary>Had checked in, and was sent home: 交付見送り, 全国システム停止.</summary>
    SentHome,

    /// <summary>予約なし来庁.</summary>
    WithoutBooking,
}
