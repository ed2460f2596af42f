using Tewatashi.Web.Frames;
using Tewatashi.Web.Marks;

namespace Tewatashi.Tests.Web;

public sealed class MarksTests
{
    private readonly Rendered page = new();

    [Theory]
    [InlineData("button", "submit")]
    [InlineData("a", null)]
    public async Task Button_submits_and_a_link_stays_a_link(string tag, string? type)
    {
        var element = await Rendered.ElementAsync(new ButtonTagHelper { Kind = ButtonKind.Danger }, tag, "取り消す", ("class", "mine"));
        Assert.Equal(tag, element.LocalName);
        Assert.Equal(type, element.GetAttribute("type"));
        Assert.Equal("tw-button tw-button--danger mine", element.ClassName);
        Assert.Equal("取り消す", element.TextContent);
    }

    [Theory]
    [InlineData(Tone.Info, "お知らせ", "status")]
    [InlineData(Tone.Success, "完了", "status")]
    [InlineData(Tone.Warning, "注意", "status")]
    [InlineData(Tone.Error, "エラー", "alert")]
    public async Task Banner_says_its_meaning_in_words(Tone tone, string word, string role)
    {
        var banner = await Rendered.ElementAsync(new BannerTagHelper { Tone = tone, Heading = "見出し", Announce = true }, "tw-banner", "<p>本文</p>");
        Assert.StartsWith(word, banner.TextContent, StringComparison.Ordinal);
        Assert.Equal(role, banner.GetAttribute("role"));
        Assert.Equal("本文", banner.QuerySelector("p:not([class])")!.TextContent);
    }

    [Fact]
    public async Task Table_has_its_caption_inside_and_scrolls_by_keyboard()
    {
        var frame = await Rendered.ElementAsync(new TableTagHelper { Caption = "本日の予約" }, "tw-table", "<thead><tr><th scope=col>時刻</th></tr></thead>");
        Assert.Equal("本日の予約", frame.QuerySelector("table > caption")!.TextContent);
        Assert.Equal("0", frame.GetAttribute("tabindex"));
        Assert.Equal("本日の予約", frame.GetAttribute("aria-label"));
        Assert.NotNull(frame.QuerySelector("table > thead th[scope=col]"));
    }

    [Fact]
    public async Task Summary_row_names_what_its_link_changes()
    {
        var row = await Rendered.ElementAsync(new SummaryRowTagHelper { Label = "日時", ChangeUrl = "/x" }, "tw-summary-row", "10月1日");
        Assert.Equal("日時", row.QuerySelector("dt")!.TextContent);
        Assert.Equal("10月1日", row.QuerySelector("dd")!.TextContent);
        Assert.Equal("変更する（日時）", row.QuerySelector("a[href='/x']")!.TextContent);
    }

    [Fact]
    public async Task Steps_tell_where_one_stands_in_words_and_in_the_title()
    {
        var steps = await Rendered.ElementAsync(new StepsTagHelper { Current = 2, Total = 5, View = page.View }, "tw-steps");
        Assert.Equal("全5ステップ中2", steps.QuerySelector("p")!.TextContent);
        Assert.Equal("true", steps.QuerySelector(".tw-steps__bar")!.GetAttribute("aria-hidden"));
        Assert.Equal("全5ステップ中2", PageTitle.Of(page.View.ViewData));
    }

    [Theory]
    [InlineData(1, 12, "1 2 … 12 次へ")]
    [InlineData(6, 12, "前へ 1 … 5 6 7 … 12 次へ")]
    [InlineData(12, 12, "前へ 1 … 11 12")]
    [InlineData(2, 3, "前へ 1 2 3 次へ")]
    public async Task Pagination_shows_the_ends_and_the_neighbours(int current, int total, string expected)
    {
        var nav = await Rendered.ElementAsync(new PaginationTagHelper { Current = current, Total = total }, "tw-pagination");
        Assert.Equal(expected, string.Join(' ', nav.QuerySelectorAll("li").Select(li => li.TextContent)));
        Assert.Equal($"?p={current}", nav.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pagination_of_one_page_writes_nothing() =>
        Assert.Equal("", await Rendered.HtmlAsync(new PaginationTagHelper { Current = 1, Total = 1 }, "tw-pagination"));

    [Fact]
    public async Task Scan_before_the_first_scan_waits_with_an_empty_field()
    {
        page.State.SetModelValue("Scan", "ABC-123456", "ABC-123456");
        var scan = await Rendered.ElementAsync(new ScanTagHelper { Field = Rendered.Field<string>("Scan", null), Label = "管理ラベル", Heading = "", View = page.View }, "tw-scan");
        var input = scan.QuerySelector("input[name=Scan]")!;
        Assert.Equal("", input.GetAttribute("value"));
        Assert.Equal("管理ラベル", scan.QuerySelector($"label[for={input.Id}]")!.TextContent);
        Assert.Equal("読み取りをお待ちしています", scan.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("submit", scan.QuerySelector("button")!.GetAttribute("type"));
    }

    [Fact]
    public async Task Scan_refused_says_so_in_large_words()
    {
        page.State.AddModelError("Scan", "ケースのラベルを読み取ってください。");
        var scan = await Rendered.ElementAsync(new ScanTagHelper { Field = Rendered.Field<string>("Scan", null), Label = "管理ラベル", Tone = Tone.Success, Heading = "前の結果", View = page.View }, "tw-scan");
        Assert.Equal("エラーケースのラベルを読み取ってください。", scan.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Countdown_counts_from_the_servers_clock_and_is_true_without_a_script()
    {
        var box = await Rendered.ElementAsync(new CountdownTagHelper { Text = "10時34分まで", Remaining = TimeSpan.FromMinutes(10) }, "tw-countdown", "<form></form>");
        Assert.Equal("600", box.GetAttribute("data-tw-countdown"));
        Assert.Equal("120", box.GetAttribute("data-tw-warn-before"));
        Assert.Equal("10時34分まで", box.QuerySelector("p")!.TextContent);
        Assert.NotNull(box.QuerySelector("form"));
    }
}
