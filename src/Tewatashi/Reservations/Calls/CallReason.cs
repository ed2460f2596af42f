namespace Tewatashi.Reservations.Calls;

/// <summary>Why somebody is called.</summary>
public enum CallReason
{
    /// <summary>要日時変更: the office closed the place.</summary>
    NeedsRebooking,

    /// <summary>The office cancelled the booking.</summary>
    OfficeCancelled,

    /// <summary>空きのご案内: a place of the waiting list is offered.</summary>
    Offer,

    /// <summary>The card went on suspension or is missing while it is booked.</summary>
    CardOnHold,

    /// <summary>全国システムの停止.</summary>
    Outage,

    /// <summary>返戻: the notice came back.</summary>
    ReturnedNotice,

    /// <summary>A mail about the booking did not arrive.</summary>
    MailUndelivered,
}
