using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>The wording of mails that counts now: the municipality's own, or the standard one.</summary>
internal static class MailTexts
{
    public static async Task<IReadOnlyDictionary<MailLanguage, MailWording>> OfAsync(TewatashiContext context, MailKind kind, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(context, kind, cancellationToken);
        return Enum.GetValues<MailLanguage>().ToDictionary(language => language, language =>
            own.Find(row => row.Language == language) is { } text ? new MailWording(text.Subject, text.Opening, text.Closing) : LetterWords.Of(language).Standard(kind));
    }

    /// <summary>The newest revision in each language; none where the standard wording counts.</summary>
    /// <param name="kind">Null: of every kind.</param>
    public static Task<List<MailText>> OwnAsync(TewatashiContext context, MailKind? kind, CancellationToken cancellationToken) =>
        context.MailTexts.AsNoTracking()
            .Where(row => (kind == null || row.Kind == kind)
                && row.Revision == context.MailTexts.Where(other => other.Kind == row.Kind && other.Language == row.Language).Max(other => other.Revision))
            .ToListAsync(cancellationToken);
}
