using System.Resources;
using System.Text.RegularExpressions;
using Tewatashi.Resident.Resources;
using Tewatashi.Reservations.Texts;
using Tewatashi.Testing;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Time.Texts;
using Tewatashi.Web.Resources;

namespace Tewatashi.Tests.Resident;

/// <summary>Everything a resident reads is there in every language.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string> Cultures => [.. Language.All.Select(language => language.Culture)];

    [Theory, MemberData(nameof(Cultures))]
    public void Translation_has_every_text_with_the_placeholders_of_the_Japanese(string culture)
    {
        var language = Language.All.Single(one => one.Culture == culture);

        string[] faults =
        [
            .. new Translation(ResidentTexts.ResourceManager, language).Faults(),
            .. new Translation(WebTexts.ResourceManager, language, IsOfStaff).Faults(),
            .. new Translation(TimeTexts.ResourceManager, language).Faults(),
            .. new Translation(VisitTexts.ResourceManager, language, language == Language.English ? null : IsOfMail).Faults(),
        ];

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("予約(よやく)してください。", true)]
    [InlineData("受(う)け取(と)る日は4月1日です。", true)]
    [InlineData("予約してください。", false)]
    [InlineData("受(う)け取る人", false)]
    [InlineData("交付通知書(こうふつうちしょ)を見(み)てください。", true)]
    [InlineData("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれ", false)]
    [InlineData("あいうえおかきくけこさしすせそたちつてと。なにぬねのはひふへほまみむめもやゆよらりるれ", true)]
    public void Easy_Japanese_gives_readings_and_keeps_sentences_short(string text, bool easy) => Assert.Equal(easy, !Translation.NotEasy(text).Any());

    [Fact]
    public void Missing_translation_is_found()
    {
        var german = new Language("de", "de", "de", "de", "Deutsch");

        Assert.Contains("de Back: missing", new Translation(ResidentTexts.ResourceManager, german).Faults());
    }

    [Theory]
    [InlineData("", "令和8年11月24日(火)", "11月24日(火) 9時05分", "2026年11月")]
    [InlineData("easy", "2026年11月24日(火)", "11月24日(火) 9時05分", "2026年11月")]
    [InlineData("en", "Tuesday, 24 November 2026", "Tue, 24 November at 9:05", "November 2026")]
    [InlineData("zh", "2026年11月24日(星期二)", "11月24日(周二) 9:05", "2026年11月")]
    [InlineData("ko", "2026년 11월 24일(화요일)", "11월 24일(화) 9:05", "2026년 11월")]
    public void Day_and_time_are_said_in_the_language_spoken(string path, string day, string instant, string month)
    {
        using var turn = (Language.OfPath(path) ?? Language.Japanese).Speak();
        var date = new DateOnly(2026, 11, 24);

        Assert.Equal((day, instant, month), (OfficeWords.Day(date), OfficeWords.Instant(JapanTime.InstantOf(date, new TimeOnly(9, 5))), OfficeWords.Month(date)));
    }

    /// <summary>A Japanese word in a page's source is one that no translator finds; a date made there is Japanese in every language.</summary>
    [Fact]
    public void Resident_pages_take_every_word_from_the_resources()
    {
        var sources = Checkout.Files().Where(file => file.Contains("src/Tewatashi.Resident/", StringComparison.Ordinal) && Path.GetExtension(file) is (".cs" or ".cshtml")).ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(
            from file in sources
            from line in Checkout.Read(file).Split('\n')
            where Japanese().IsMatch(Comment().Replace(line, "")) || line.Contains("JapaneseDate.", StringComparison.Ordinal)
            select $"{file}: {line.Trim()}");
    }

    private static bool IsOfStaff(string key) => key.StartsWith("Staff", StringComparison.Ordinal);

    /// <summary>Mails are written in Japanese and English.</summary>
    private static bool IsOfMail(string key) => key.StartsWith("Mail", StringComparison.Ordinal);

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"//.*$|@\*.*?\*@|<summary>.*$")]
    private static partial Regex Comment();
}
