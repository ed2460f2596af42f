using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Staff;

namespace Tewatashi.Reservations;

/// <summary>Puts down a mail address that was just typed, and mails the link that proves it.</summary>
internal static class NewContacts
{
    /// <param name="visitId">One of the two is given.</param>
    public static Contact AddContact(this Work work, KeyStore keys, Guid? visitId, Guid? waitingId, EmailAddress address)
    {
        var itemKeys = keys.KeysOf(work.Municipality, KeyPurpose.Contact);
        var secret = Secret.New();
        var contact = new Contact
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            VisitId = visitId,
            WaitingId = waitingId,
            Masked = address.Masked,
            TokenHash = Secret.HashOf(secret),
            TokenExpiresAt = work.Now + RegisterMailAddress.LinkTime,
            CreatedAt = work.Now,
        };
        work.Context.Add(contact);
        work.Context.Add(ContactAddresses.Seal(itemKeys, contact, address));
        work.Enqueue(MailKind.Verification, contact.Id, visitId, itemKeys, secret);
        return contact;
    }
}
