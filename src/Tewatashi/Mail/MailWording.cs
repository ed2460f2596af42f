namespace Tewatashi.Mail;

/// <summary>The words around what a mail always says, with <see cref="MailWord"/> placeholders.</summary>
/// <param name="Closing">May be empty.</param>
public sealed record MailWording(string Subject, string Opening, string Closing);
