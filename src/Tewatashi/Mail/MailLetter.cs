using System.Net;
using MimeKit;

namespace Tewatashi.Mail;

/// <summary>Brings a mail into the form of RFC 5322: text and the same as simple HTML, one recipient, nothing in a header that could end its line.</summary>
internal static class MailLetter
{
    public static MimeMessage Of(MailMessage message, EmailAddress from)
    {
        var letter = new MimeMessage
        {
            MessageId = FormattableString.Invariant($"{message.Id:N}@{from.Value[(from.Value.IndexOf('@', StringComparison.Ordinal) + 1)..]}"),
            Date = message.At,
            Subject = OneLine(message.Subject),
            Body = BodyOf(message),
        };
        letter.From.Add(new MailboxAddress(OneLine(message.Sender), from.Value));
        letter.To.Add(new MailboxAddress(null, message.To.Value));
        if (message.ReplyTo is { } replyTo) letter.ReplyTo.Add(new MailboxAddress(null, replyTo.Value));
        // Nobody's holiday note shall answer it (RFC 3834).
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;
    }

    private static Multipart BodyOf(MailMessage message)
    {
        var text = new MultipartAlternative { new TextPart("plain") { Text = message.Text }, new TextPart("html") { Text = Html(message.Text) } };
        if (message.Calendar is not { } calendar) return text;
        var file = new TextPart("calendar") { Text = calendar.Text, ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "visit.ics" } };
        file.ContentType.Parameters.Add("method", calendar.Method);
        return new Multipart("mixed") { text, file };
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Html(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line =>
            line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("http://", StringComparison.Ordinal)
                ? $"<a href=\"{WebUtility.HtmlEncode(line)}\">{WebUtility.HtmlEncode(line)}</a>"
                : WebUtility.HtmlEncode(line));
        return $"<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><body>{string.Join("<br>\n", lines)}</body></html>";
    }
}
