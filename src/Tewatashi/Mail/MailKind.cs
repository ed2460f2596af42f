namespace Tewatashi.Mail;

/// <summary>What a mail is about; its words are made from this and the visit when it is sent.</summary>
public enum MailKind
{
    /// <summary>The link that verifies an address.</summary>
    Verification,
    Booked,
    Changed,

    /// <summary>Cancelled by the resident.</summary>
    Cancelled,

    /// <summary>Cancelled by the office, for a caller too.</summary>
    CancelledByOffice,

    /// <summary>Some days before the visit, a week unless set otherwise.</summary>
    FirstReminder,

    /// <summary>Shortly before the visit, the day before unless set otherwise.</summary>
    LastReminder,

    /// <summary>要日時変更: the office closed the place.</summary>
    NeedsRebooking,

    /// <summary>A freed seat is offered to someone who waits.</summary>
    Offer,
}
