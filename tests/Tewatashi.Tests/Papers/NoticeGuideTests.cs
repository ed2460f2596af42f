using System.Text;
using Tewatashi.Papers;

namespace Tewatashi.Tests.Papers;

public sealed class NoticeGuideTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guide_of_one_notice_is_one_page_whose_text_can_be_read_back()
    {
        using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts, SamplePapers.Notices(1), to, Stop));

        var page = Assert.Single(pdf.GetPages());
        foreach (var part in new[] { "見本市", "ABC-000001", "1234-567-890", "K7WM-3XZA", "令和9年2月1日（月）まで", "カードの暗証番号ではありません", "000-000-0001", "card@city.example.jp", "Your My Number Card is ready." })
            Assert.Contains(part, page.Text, StringComparison.Ordinal);
        Assert.Equal("https://yoyaku.example.jp/990001/?n=0000000001", Assert.Single(QrReading.CodesOf(page)));
    }

    [Fact]
    public async Task Characters_that_share_a_glyph_with_a_radical_come_back_as_typed()
    {
        // 一 and the radical ⼀, 人 and ⼈, 日 and ⽇ have one glyph each in the font.
        var texts = SamplePapers.Texts with { CannotCome = "一人日⼀⼈⽇" };
        using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(GuideSize.Normal, texts, SamplePapers.Notices(1), to, Stop));
        Assert.Contains("一人日⼀⼈⽇", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guide_leaves_the_window_of_the_envelope_blank()
    {
        foreach (var size in Enum.GetValues<GuideSize>())
        {
            using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(size, SamplePapers.Texts, SamplePapers.Notices(1), to, Stop));
            var page = pdf.GetPage(1);
            Assert.DoesNotContain(page.Letters, letter => letter.BoundingBox.Left < 115 * 72 / 25.4 && page.Height - letter.BoundingBox.Bottom < 62 * 72 / 25.4);
        }
    }

    [Fact]
    public async Task Large_guide_has_no_letter_below_18_points_and_the_serial_on_every_page()
    {
        using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(GuideSize.Large, SamplePapers.Texts, SamplePapers.Notices(1), to, Stop));

        Assert.Equal(2, pdf.NumberOfPages);
        foreach (var page in pdf.GetPages())
        {
            Assert.All(page.Letters, letter => Assert.True(letter.PointSize > 17.9, $"{letter.Value} {letter.PointSize}"));
            Assert.Contains("ABC-000001", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Guides_come_in_the_order_given()
    {
        using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts, SamplePapers.Notices(5), to, Stop));
        Assert.Equal(
            Enumerable.Range(1, 5).Select(number => SamplePapers.Notice(number).Url),
            pdf.GetPages().SelectMany(QrReading.CodesOf));
    }

    [Fact]
    public async Task Guide_of_one_notice_takes_at_most_60_kilobytes()
    {
        foreach (var size in Enum.GetValues<GuideSize>())
        {
            using var pdf = new MemoryStream();
            await NoticeGuide.WriteAsync(size, SamplePapers.Texts, SamplePapers.Notices(1), pdf, Stop);
            Assert.InRange(pdf.Length, 1, 60_000);
        }
    }

    [Fact]
    public async Task Pdf_tells_its_language_and_asks_for_actual_size()
    {
        using var pdf = new MemoryStream();
        await NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts, SamplePapers.Notices(1), pdf, Stop);
        using var opened = UglyToad.PdfPig.PdfDocument.Open(pdf.ToArray());
        var catalog = opened.Structure.Catalog.CatalogDictionary.ToString();
        Assert.Contains("ja-JP", catalog, StringComparison.Ordinal);
        Assert.Contains("PrintScaling", catalog, StringComparison.Ordinal);
        Assert.Equal(SamplePapers.Texts.Heading, opened.Information.Title);
    }

    [Fact]
    public async Task Text_with_a_character_the_font_lacks_is_refused_by_name_before_anything_is_written()
    {
        using var pdf = new MemoryStream();
        var outcome = await NoticeGuide.WriteAsync(
            GuideSize.Normal, SamplePapers.Texts with { Office = "市民課😀" }, SamplePapers.Notices(1), pdf, Stop);

        var refused = Assert.IsType<PaperOutcome.NotPrintable>(outcome);
        Assert.Contains("「😀」(U+1F600)", Assert.Single(refused.Characters).Message, StringComparison.Ordinal);
        Assert.Equal(0, pdf.Length);
    }

    [Fact]
    public async Task Script_in_a_text_is_only_text()
    {
        const string script = "<script>alert(1)</script>";
        using var pdf = new MemoryStream();
        await NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts with { CannotCome = script }, SamplePapers.Notices(1), pdf, Stop);
        using var opened = UglyToad.PdfPig.PdfDocument.Open(pdf.ToArray());
        Assert.Contains(script, opened.GetPage(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(pdf.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_too_long_run_on_to_another_page_and_lose_nothing()
    {
        var texts = SamplePapers.Texts with { CannotCome = string.Concat(Enumerable.Repeat("来られない方のための長い説明です。", 200)) + "おわり" };
        using var pdf = await SamplePapers.PrintAsync(to => NoticeGuide.WriteAsync(GuideSize.Normal, texts, SamplePapers.Notices(1), to, Stop));
        Assert.True(pdf.NumberOfPages > 1);
        var all = string.Concat(pdf.GetPages().Select(page => page.Text));
        Assert.Contains("おわり", all, StringComparison.Ordinal);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Bottom, 0, 842));
    }

    [Fact]
    public async Task Nothing_to_print_writes_nothing()
    {
        using var pdf = new MemoryStream();
        var outcome = await NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts, SamplePapers.Notices(0), pdf, Stop);
        Assert.Equal(new PaperOutcome.Printed(0, 0), outcome);
        Assert.Equal(0, pdf.Length);
    }

    [Fact]
    public void Notice_printed_into_a_log_shows_no_password_and_no_sign_in_address()
    {
        var logged = SamplePapers.Notice().ToString();
        Assert.DoesNotContain("K7WM", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("https", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_outside_its_alphabet_stops_without_naming_the_value()
    {
        var stray = new[] { SamplePapers.Notice() with { PasswordDisplay = "K7WM-3XZ♪" } }.ToAsyncEnumerable();
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(
            () => NoticeGuide.WriteAsync(GuideSize.Normal, SamplePapers.Texts, stray, Stream.Null, Stop));
        Assert.DoesNotContain("K7WM", stopped.Message, StringComparison.Ordinal);
    }
}
