namespace Tewatashi.Mail;

/// <summary>A calendar file that a mail brings along (RFC 5545).</summary>
/// <param name="Method">PUBLISH or CANCEL (RFC 5546).</param>
public sealed record MailCalendar(string Method, string Text);
