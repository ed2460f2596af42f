using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Mail;

/// <summary>A mail to be sent, written in the transaction of what it tells about.</summary>
public sealed class OutboxMail : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>Also the Message-ID, so that a mail sent twice after a crash is known as one.</summary>
    public required Guid Id { get; init; }

    public required MailKind Kind { get; init; }
    public required Guid ContactId { get; init; }
    public required Guid VisitId { get; init; }

    /// <summary>The secret of a verification link, as ciphertext; null for other kinds.</summary>
    public byte[]? Secret { get; init; }

    public required OutboxState State { get; set; }
    public int Attempts { get; set; }
    public required DateTimeOffset NextAttemptAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>A code of what went wrong last; never an address.</summary>
    public string? LastError { get; set; }

    public string? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}
