using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Tewatashi.Text;

namespace Tewatashi.Tests.Resident;

/// <summary>The texts of one resource file in one language, set against the Japanese ones, and what is wrong with them.</summary>
internal sealed partial class Translation(ResourceManager texts, Language language, Func<string, bool>? mayBeLeftOut = null)
{
    /// <summary>やさしい日本語: readers get lost in longer ones. Counted without the readings.</summary>
    public const int LongestSentence = 40;

    /// <summary>Keys of this kind are patterns of a date, of which a language uses the parts it needs.</summary>
    private static readonly string[] DatePatterns = ["DayFull", "DayBrief", "Month"];

    public IEnumerable<string> Faults() =>
        language.IsJapanese ? [] : Missing().Concat(Superfluous()).Concat(OtherPlaceholders()).Concat(Unlike()).Concat(language == Language.EasyJapanese ? NotEasy() : []);

    private IEnumerable<string> Missing() => Of(Language.Japanese).Keys.Except(Own.Keys).Where(key => mayBeLeftOut?.Invoke(key) != true).Select(key => $"{language.Culture} {key}: missing");

    private IEnumerable<string> Superfluous() => Own.Keys.Except(Of(Language.Japanese).Keys).Select(key => $"{language.Culture} {key}: not in the Japanese");

    private IEnumerable<string> OtherPlaceholders() =>
        from pair in Both
        where !DatePatterns.Contains(pair.Key) && !Placeholders(pair.Japanese).SetEquals(Placeholders(pair.Translated))
        select $"{language.Culture} {pair.Key}: other placeholders than 「{pair.Japanese}」";

    // A list of names (days of the week, months) has as many in every language.
    private IEnumerable<string> Unlike() =>
        from pair in Both
        where pair.Japanese.Count(letter => letter == ',') is var commas and >= 6 && pair.Translated.Count(letter => letter == ',') != commas
        select $"{language.Culture} {pair.Key}: not as many names";

    private IEnumerable<string> NotEasy() => Own.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => NotEasy(pair.Value).Select(fault => $"{language.Culture} {pair.Key}: {fault}"));

    /// <summary>The rule of this project for やさしい日本語.</summary>
    public static IEnumerable<string> NotEasy(string text)
    {
        foreach (var word in KanjiWithoutReading().Matches(text).Select(match => match.Value)) yield return $"「{word}」 without a reading in brackets";
        foreach (var sentence in SentenceEnd().Split(Reading().Replace(Placeholder().Replace(text, ""), "")).Where(sentence => sentence.Trim().Length > LongestSentence))
            yield return $"a sentence of {sentence.Trim().Length.ToString(CultureInfo.InvariantCulture)} characters: {sentence}";
    }

    private IReadOnlyDictionary<string, string> Own => Of(language);

    private IEnumerable<(string Key, string Japanese, string Translated)> Both =>
        Of(Language.Japanese).Where(pair => Own.ContainsKey(pair.Key)).Select(pair => (pair.Key, pair.Value, Own[pair.Key]));

    private Dictionary<string, string> Of(Language one) =>
        texts.GetResourceSet(one.IsJapanese ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(one.Culture), createIfNotExists: true, tryParents: false)?
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!) ?? []; // texts, all of them

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    // A word of kanji is followed by its reading. Those of the calendar and for "person", where they stand alone, are learnt first of all.
    [GeneratedRegex(@"(?<![一-龠々])(?![日月年時分人火水木金土](?![一-龠々]))[一-龠々]+(?!\([ぁ-んー]+\))(?![一-龠々])")]
    private static partial Regex KanjiWithoutReading();

    [GeneratedRegex(@"\([ぁ-んー]+\)")]
    private static partial Regex Reading();

    [GeneratedRegex(@"[。!?！？\n]")]
    private static partial Regex SentenceEnd();
}
