namespace Tewatashi.Mail;

/// <summary>The mail server of the installation, by the setting <c>TEWATASHI__SMTP</c>: <c>smtp://[user:password@]host[:port][?from=address]</c>, or <c>smtps://</c>.</summary>
/// <param name="Encrypted">TLS from the first byte; otherwise STARTTLS where the server offers it.</param>
/// <param name="Patience">How long one conversation may take.</param>
public sealed record SmtpServer(string Host, int Port, bool Encrypted, string? User, string? Password, EmailAddress From, TimeSpan Patience)
{
    private const int Submission = 587;
    private const int SubmissionOverTls = 465;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    /// <exception cref="FormatException">It is no such address.</exception>
    public static SmtpServer Parse(string setting)
    {
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new FormatException("TEWATASHI__SMTP は smtp://ホスト名:ポート の形で書いてください。例: smtp://mail.example.jp:25?from=yoyaku@example.jp");
        var encrypted = uri.Scheme == "smtps";
        var account = uri.UserInfo.Split(':', 2);
        return new SmtpServer(
            uri.Host,
            uri.Port > 0 ? uri.Port : encrypted ? SubmissionOverTls : Submission,
            encrypted,
            uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(account[0]),
            account.Length < 2 ? null : Uri.UnescapeDataString(account[1]),
            FromOf(uri),
            UsualPatience);
    }

    private static EmailAddress FromOf(Uri uri)
    {
        const string Key = "from=";
        var given = uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(Key, StringComparison.Ordinal));
        if (given is null) return MailTransports.NobodysAddress;
        return EmailAddress.TryParse(Uri.UnescapeDataString(given[Key.Length..]), out var from)
            ? from
            : throw new FormatException("TEWATASHI__SMTP の from= が電子メールアドレスではありません。");
    }
}
