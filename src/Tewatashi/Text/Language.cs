using System.Globalization;

namespace Tewatashi.Text;

/// <summary>
/// A language of the resident face and of its mails. The language spoken is the one of the current request; everywhere else (staff face,
/// worker, papers, commands) it is Japanese, whatever the machine's own language is.
/// </summary>
/// <param name="Path">Its part of an address; empty for Japanese.</param>
/// <param name="Culture">Names its resource files' culture. One name per file: <c>ResidentTexts.{culture}.resx</c>.</param>
/// <param name="Tag">BCP 47, for <c>hreflang</c>.</param>
/// <param name="Voice">BCP 47, for <c>lang</c>: what a screen reader can choose a voice by.</param>
/// <param name="Name">What its readers call it.</param>
public sealed record Language(string Path, string Culture, string Tag, string Voice, string Name)
{
    public static readonly Language Japanese = new("", "ja", "ja", "ja", "日本語");

    /// <summary>やさしい日本語: short sentences, readings in brackets. "simple" is BCP 47's own word for it.</summary>
    public static readonly Language EasyJapanese = new("easy", "ja-SIMPLE", "ja-simple", "ja", "やさしい日本語");

    public static readonly Language English = new("en", "en", "en", "en", "English");

    /// <summary>In the order of the switch on every page. A new language is a line here and its resource files (CONTRIBUTING.md).</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        Japanese,
        EasyJapanese,
        English,
        new("zh", "zh-Hans", "zh-Hans", "zh-Hans", "中文(简体)"),
        new("ko", "ko", "ko", "ko", "한국어"),
    ];

    private CultureInfo Info => CultureInfo.GetCultureInfo(Culture);

    /// <summary>Spoken now, here.</summary>
    public static Language Current => All.FirstOrDefault(language => language.Culture == CultureInfo.CurrentUICulture.Name) ?? Japanese;

    public bool IsJapanese => this == Japanese;

    /// <summary>Stands between a municipality and a page in an address: <c>en/</c>, or nothing for Japanese.</summary>
    public string Prefix => Path.Length == 0 ? "" : Path + "/";

    /// <summary>The language of that part of an address, written exactly so; null for Japanese, which has none, and for anything else.</summary>
    public static Language? OfPath(string? path) => path is { Length: > 0 } ? All.FirstOrDefault(language => language.Path == path) : null;

    /// <summary>Once, when a program starts: who does not ask for another language is spoken to in Japanese, whatever the machine's own language is.</summary>
    public static void StartInJapanese() => CultureInfo.DefaultThreadCurrentUICulture = Japanese.Info;

    /// <summary>Speaks this language until disposed.</summary>
    public IDisposable Speak() => new Turn(this);

    private sealed class Turn : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Turn(Language language) => CultureInfo.CurrentUICulture = language.Info;

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
