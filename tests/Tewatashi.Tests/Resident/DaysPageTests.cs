using AngleSharp.Dom;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Resident;

/// <summary>The days of a month, as a calendar and as a list: words beside the marks, without a script.</summary>
public sealed class DaysPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calendar_is_a_table_whose_days_say_date_and_word_and_lead_to_their_times(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();

        var page = await site.AnswerAsync(await site.SignInAsync(office, card));

        var table = page.Document.QuerySelector("main table")!; // asserted by what follows
        Assert.Equal("2026年11月", page.Document.GetElementById(table.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.Equal(["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"], table.QuerySelectorAll("th[scope=col] .tw-hidden").Select(head => head.TextContent));
        Assert.All(table.QuerySelectorAll("tbody tr"), week => Assert.Equal(7, week.QuerySelectorAll("td").Length));
        var friday = table.QuerySelectorAll("td").Single(cell => ReadOut(cell).StartsWith("11月27日(金)", StringComparison.Ordinal));
        Assert.Equal("11月27日(金) 空きあり", ReadOut(friday));
        Assert.EndsWith("/2026-11-27", friday.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(5, Array.IndexOf([.. friday.ParentElement!.Children], friday));
        Assert.Equal("11月28日(土) 休み", ReadOut(friday.NextElementSibling!));
        Assert.Null(friday.NextElementSibling!.QuerySelector("a"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calendar_and_list_lead_to_each_other_and_say_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var site = await office.ResidentSiteAsync();

        var calendar = await site.GetAsync(office.At("months?month=2026-12"));
        var list = await site.GetAsync(LinkOf(calendar, "一覧で見る"));
        var january = await site.GetAsync(LinkOf(list, "次の月(1月)"));
        var back = await site.GetAsync(LinkOf(list, "カレンダーで見る"));

        Assert.NotEmpty(list.Document.QuerySelectorAll("ul.tw-days > li"));
        Assert.Null(list.Document.QuerySelector("main table"));
        Assert.Equal(calendar.Document.QuerySelectorAll("td.tw-month__day").Select(ReadOut), list.Document.QuerySelectorAll("ul.tw-days > li").Select(ReadOut));
        Assert.NotEmpty(january.Document.QuerySelectorAll("ul.tw-days > li"));
        Assert.Contains("2027年1月", january.Text, StringComparison.Ordinal);
        Assert.Equal(calendar.Document.QuerySelector("main table")!.OuterHtml, back.Document.QuerySelector("main table")!.OuterHtml);
    }

    [Theory]
    [InlineData("months?month=9999-99&view=nonsense")]
    [InlineData("months?month=2020-01")]
    public async Task Month_out_of_reach_becomes_that_of_the_first_open_day(string path)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync();
        var site = await office.ResidentSiteAsync();

        Assert.Contains("2026年11月", (await site.GetAsync(office.At(path))).Text, StringComparison.Ordinal);
    }

    private static string LinkOf(TestPage page, string words) =>
        page.Document.QuerySelectorAll("main a").Single(link => link.TextContent.Trim() == words).GetAttribute("href")!; // links have one

    /// <summary>What a screen reader says: without what is hidden from it.</summary>
    private static string ReadOut(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var silent in copy.QuerySelectorAll("[aria-hidden=true]")) silent.Remove();
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
