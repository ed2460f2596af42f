using System.Globalization;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Reservations.Texts;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Letters;

/// <summary>The words of mails in one language, from the resource files.</summary>
internal sealed class LetterWords
{
    private readonly CultureInfo culture;

    private LetterWords(CultureInfo culture) => this.culture = culture;

    public static LetterWords Of(MailLanguage language) => new(CultureInfo.GetCultureInfo(language switch
    {
        MailLanguage.Japanese => "ja",
        MailLanguage.English => "en",
    }));

    /// <summary>A word of the resources; there is one in each language: a test.</summary>
    public string this[string key] =>
        VisitTexts.ResourceManager.GetString(key, culture) ?? throw new InvalidOperationException($"No text {key}.");

    public string Fill(string key, params ReadOnlySpan<object> values) => this[key].Fill(values);

    private bool IsJapanese => culture.Name == "ja";

    public string Day(DateOnly day) => IsJapanese ? JapaneseDate.Full(day) : day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    public string Time(TimeOnly time) => time.ToString(IsJapanese ? "H'時'mm'分'" : "H:mm", CultureInfo.InvariantCulture);

    // Not the words of pages: those follow the language of whoever looks, and the worker has none.
    public string Instant(DateTimeOffset instant)
    {
        var day = JapanTime.DateOf(instant);
        return (IsJapanese ? JapaneseDate.Brief(day) : day.ToString("ddd, d MMM", CultureInfo.InvariantCulture)) + " " + Time(JapanTime.TimeOf(instant));
    }

    public IEnumerable<string> WhatToBring(PaperRules papers, RecipientKind kind) => new WhatToBring(papers, culture).For(kind);

    /// <summary>The wording that counts where the municipality has none of its own.</summary>
    public MailWording Standard(MailKind kind) => new(this[$"Mail{kind}Subject"], this[$"Mail{kind}Opening"], "");
}
