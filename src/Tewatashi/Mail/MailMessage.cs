namespace Tewatashi.Mail;

/// <summary>A mail ready to go to one recipient.</summary>
/// <param name="Id">Of the <see cref="OutboxMail"/>: gives the Message-ID, the same however often it is tried.</param>
/// <param name="Sender">The name beside the sender's address: the municipality.</param>
/// <param name="ReplyTo">Where an answer goes; null where the office reads no mail.</param>
/// <param name="Calendar">Null where it brings none.</param>
public sealed record MailMessage(
    Guid Id, EmailAddress To, string Sender, EmailAddress? ReplyTo, string Subject, string Text, MailCalendar? Calendar, DateTimeOffset At);
