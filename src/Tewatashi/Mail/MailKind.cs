namespace Tewatashi.Mail;

/// <summary>What a mail is about; its words are made from this and the visit when it is sent.</summary>
public enum MailKind
{
    /// <summary>The link that verifies an address.</summary>
    Verification,
    Booked,
    Changed,
    Cancelled,
}
