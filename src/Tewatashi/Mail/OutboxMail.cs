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

    /// <summary>What it tells about; null where an address was given for waiting alone.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The visit's day of which a reminder speaks; null for other kinds. A visit and day is reminded of once: a unique index.</summary>
    public DateOnly? ForDay { get; init; }

    /// <summary>The secret of a verification link, as ciphertext; null for other kinds.</summary>
    public byte[]? Secret { get; init; }

    public required OutboxState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>So often it is handed over without an answer: at most one copy too many can arrive.</summary>
    public const int MostUnanswered = 2;

    /// <summary>Times it was handed over without the mail server's answer being known, the running try included: the sender died or the server hung up after the text.</summary>
    public int Unanswered { get; set; }
    public required DateTimeOffset NextAttemptAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>A code of what went wrong last; never an address.</summary>
    public string? LastError { get; set; }

    public string? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
}
