using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Mail;

/// <summary>The one way a mail comes into being: a row in the transaction of what it tells about, and a word to the worker.</summary>
public static class Outbox
{
    private const string Table = "outbox_mail";
    private const string SecretColumn = "secret";

    /// <param name="contactId">The verified address of the visit; whether it is verified is the caller's to know.</param>
    /// <returns>The mail's id, which becomes its Message-ID.</returns>
    public static Guid Enqueue(this Work work, MailKind kind, Guid contactId, Guid? visitId) => Add(work, kind, contactId, visitId, Ids.New(), null);

    /// <summary>A reminder of a visit on this day.</summary>
    public static Guid Enqueue(this Work work, MailKind kind, Guid contactId, Guid visitId, DateOnly forDay) => Add(work, kind, contactId, visitId, Ids.New(), null, forDay);

    /// <summary>With a secret that only the mail itself shows, kept as ciphertext until it is sent.</summary>
    /// <param name="keys">The municipality's keys of <see cref="KeyPurpose.Contact"/>.</param>
    public static Guid Enqueue(this Work work, MailKind kind, Guid contactId, Guid? visitId, ItemKeys keys, string secret)
    {
        var id = Ids.New();
        return Add(work, kind, contactId, visitId, id, keys.Encrypt(secret, new ItemPlace(work.Municipality, Table, SecretColumn, id)));
    }

    /// <summary>The secret of a mail; null where it has none.</summary>
    public static string? SecretOf(OutboxMail mail, ItemKeys keys) =>
        mail.Secret is { } cipher ? keys.Decrypt(cipher, new ItemPlace(mail.Municipality, Table, SecretColumn, mail.Id)) : null;

    private static Guid Add(Work work, MailKind kind, Guid contactId, Guid? visitId, Guid id, byte[]? secret, DateOnly? forDay = null)
    {
        work.Context.Add(new OutboxMail
        {
            Municipality = work.Municipality,
            Id = id,
            Kind = kind,
            ContactId = contactId,
            VisitId = visitId,
            Secret = secret,
            ForDay = forDay,
            State = OutboxState.Waiting,
            NextAttemptAt = work.Now,
            CreatedAt = work.Now,
        });
        work.Context.Add(new WorkItem { Municipality = work.Municipality, Kind = WorkKind.SendMail, SubjectId = id, DueAt = work.Now });
        return id;
    }
}
