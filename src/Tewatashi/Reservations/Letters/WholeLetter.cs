using Tewatashi.Mail;
using Tewatashi.Reservations.Texts;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// A mail as it goes out: Japanese, and below it English where the municipality wants it. Both in one, because the language of a
/// person is none of the items that may be kept.
/// </summary>
internal static class WholeLetter
{
    private const string Line = "----------------------------------------";

    public static (string Subject, string Text) Of(LetterFacts facts, MailKind kind, Func<MailLanguage, MailWording> wordingOf, DateTimeOffset now)
    {
        var japanese = new VisitLetter(facts, MailLanguage.Japanese, wordingOf(MailLanguage.Japanese));
        if (!facts.Settings.EnglishInMails) return (japanese.Subject, japanese.Text(kind, now));
        var english = new VisitLetter(facts, MailLanguage.English, wordingOf(MailLanguage.English));
        var below = LetterWords.Of(MailLanguage.Japanese)[nameof(VisitTexts.MailEnglishBelow)];
        return ($"{japanese.Subject} / {english.Subject}", $"{below}\n\n{japanese.Text(kind, now)}\n{Line}\n\n{english.Text(kind, now)}");
    }
}
