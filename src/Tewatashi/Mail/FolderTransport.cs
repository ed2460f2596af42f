namespace Tewatashi.Mail;

/// <summary>Lays mails into a folder as <c>.eml</c> files, for evaluation without a mail server.</summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    public async Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FormattableString.Invariant($"{message.At.UtcDateTime:yyyyMMdd-HHmmss}-{message.Id:N}.eml"));
        // Complete under another name first: whoever watches the folder never reads half a mail.
        var draft = path + ".part";
        await using (var file = File.Create(draft))
            await MailLetter.Of(message, MailTransports.NobodysAddress).WriteToAsync(file, cancellationToken);
        File.Move(draft, path, overwrite: true);
        return new MailAnswer.Taken();
    }
}
