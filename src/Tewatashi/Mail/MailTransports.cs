using Microsoft.Extensions.Configuration;
using Tewatashi.Data;

namespace Tewatashi.Mail;

/// <summary>Chooses where mails go, by the settings of the installation.</summary>
public static class MailTransports
{
    /// <summary>The sender where none was set: nobody reads there (RFC 2606).</summary>
    internal static readonly EmailAddress NobodysAddress = EmailAddress.Parse("no-reply@tewatashi.example.jp");

    /// <summary>The mail server of <c>TEWATASHI__SMTP</c>; without one, the folder <c>mail</c> beside the data.</summary>
    public static IMailTransport From(IConfiguration configuration, Installation installation) =>
        configuration["TEWATASHI:SMTP"] is { Length: > 0 } setting
            ? new SmtpTransport(SmtpServer.Parse(setting))
            : new FolderTransport(Path.Combine(installation.DataFolder, "mail"));
}
