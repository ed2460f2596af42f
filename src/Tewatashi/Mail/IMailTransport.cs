namespace Tewatashi.Mail;

/// <summary>Where mails go: a mail server, or a folder in evaluation.</summary>
public interface IMailTransport
{
    Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
