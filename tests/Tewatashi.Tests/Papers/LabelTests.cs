using Tewatashi.Papers;

namespace Tewatashi.Tests.Papers;

public sealed class LabelTests
{
    private const double Point = 72 / 25.4;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Sheets => [.. LabelSheet.All.Select(sheet => sheet.Key)];

    [Theory, MemberData(nameof(Sheets))]
    public void Label_sheet_lies_within_A4(string key)
    {
        var sheet = LabelSheet.Find(key);
        Assert.NotNull(sheet);
        var (left, top) = sheet.EdgeOf(sheet.Count - 1);
        Assert.InRange(left + sheet.LabelWidth, 0, 210.01f - sheet.LeftMargin);
        Assert.InRange(top + sheet.LabelHeight, 0, 297.01f - sheet.TopMargin);
        Assert.InRange(sheet.LeftMargin, 0, 30);
        Assert.InRange(sheet.TopMargin, 0, 30);
    }

    [Theory, MemberData(nameof(Sheets))]
    public async Task Sleeve_labels_begin_at_the_first_free_label_and_stay_inside_their_edges(string key)
    {
        var sheet = LabelSheet.Find(key)!; // the keys come from the list itself
        var papers = Enumerable.Range(1, sheet.Count).Select(number => new SleeveLabelPaper($"ABC{number:D6}", $"ABC-{number:D6}")).ToArray();
        using var pdf = await SamplePapers.PrintAsync(to => SleeveLabels.WriteAsync(new LabelPlacement(sheet, Start: 3), papers.ToAsyncEnumerable(), to, Stop));

        Assert.Equal(2, pdf.NumberOfPages);
        Assert.Equal(papers.Select(paper => paper.CodeText), pdf.GetPages().SelectMany(QrReading.CodesOf));
        var page = pdf.GetPage(1);
        Assert.Contains("ABC-000001", page.Text, StringComparison.Ordinal);
        var edges = Enumerable.Range(2, sheet.Count - 2).Select(sheet.EdgeOf).ToArray();
        Assert.All(page.Letters, letter => Assert.Contains(edges, edge =>
            letter.BoundingBox.Left >= (edge.Left + 1) * Point
            && letter.BoundingBox.Right <= (edge.Left + sheet.LabelWidth - 1) * Point
            && page.Height - letter.BoundingBox.Top >= (edge.Top + 1) * Point
            && page.Height - letter.BoundingBox.Bottom <= (edge.Top + sheet.LabelHeight - 1) * Point));
    }

    [Fact]
    public async Task Location_label_shows_path_name_and_code()
    {
        var placement = new LabelPlacement(LabelSheet.Find("24-70x33")!); // in the list
        LocationLabelPaper[] papers = [new("L-990001-7", "H-01-03-B2", "本庁舎 地下保管庫 棚3 箱B 位置2")];
        using var pdf = await SamplePapers.PrintAsync(to => LocationLabels.WriteAsync(placement, papers, to, Stop));
        var page = pdf.GetPage(1);
        Assert.Contains("H-01-03-B2", page.Text, StringComparison.Ordinal);
        Assert.Contains("地下保管庫", page.Text, StringComparison.Ordinal);
        Assert.Contains("位置2", page.Text, StringComparison.Ordinal);
        Assert.Equal(["L-990001-7"], QrReading.CodesOf(page));
    }

    [Fact]
    public async Task Location_name_with_a_character_the_font_lacks_is_refused()
    {
        var placement = new LabelPlacement(LabelSheet.All[0]);
        var outcome = await LocationLabels.WriteAsync(placement, [new("L", "A-1", "棚\u0301")], Stream.Null, Stop);
        Assert.Equal("U+0301", Assert.Single(Assert.IsType<PaperOutcome.NotPrintable>(outcome).Characters).CodePoint);
    }

    [Theory, InlineData("10-86x50"), InlineData("12-86x42"), InlineData("21-70x42")]
    public async Task Notice_label_shows_the_numbers_and_stays_inside_its_edges(string key)
    {
        var sheet = LabelSheet.Find(key)!; // in the list
        using var pdf = await SamplePapers.PrintAsync(
            to => NoticeLabels.WriteAsync(new LabelPlacement(sheet), SamplePapers.Texts, SamplePapers.Notices(1), to, Stop));
        var page = pdf.GetPage(1);
        foreach (var part in new[] { "ABC-000001", "1234-567-890", "K7WM-3XZA", "令和9年2月1日（月）まで", "カードの暗証番号ではありません" })
            Assert.Contains(part, page.Text, StringComparison.Ordinal);
        Assert.Equal([SamplePapers.Notice().Url], QrReading.CodesOf(page));
        var (left, top) = sheet.EdgeOf(0);
        Assert.All(page.Letters, letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, (left + 1) * Point, (left + sheet.LabelWidth) * Point);
            Assert.InRange(letter.BoundingBox.Right, 0, (left + sheet.LabelWidth - 1) * Point);
            Assert.InRange(page.Height - letter.BoundingBox.Bottom, top * Point, (top + sheet.LabelHeight - 1) * Point);
        });
    }

    [Fact]
    public async Task Notice_on_a_label_too_small_to_read_is_refused()
    {
        var outcome = await NoticeLabels.WriteAsync(
            new LabelPlacement(LabelSheet.Find("65-38x21")!), SamplePapers.Texts, SamplePapers.Notices(1), Stream.Null, Stop); // in the list
        Assert.IsType<PaperOutcome.LabelTooSmall>(outcome);
    }
}
