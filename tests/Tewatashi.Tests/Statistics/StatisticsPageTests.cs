using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Statistics;

/// <summary>統計 on the staff face.</summary>
public sealed class StatisticsPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Count_typed_in_appears_in_the_table(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);
        var today = office.Today;

        var page = await site.SubmitAsync(
            await site.GetAsync("/statistics"),
            new() { ["Day.Year"] = $"{today.Year}", ["Day.Month"] = $"{today.Month}", ["Day.Day"] = $"{today.Day}", ["Count"] = "１２３" },
            formAction: "/statistics?handler=Applications");

        Assert.Contains("申請受付の件数を記録しました", page.Text, StringComparison.Ordinal);
        Assert.Contains("123", page.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Period_the_wrong_way_round_is_refused_in_words()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync();

        var page = await site.SubmitAsync(
            await site.GetAsync("/statistics"),
            new() { ["From.Year"] = "2026", ["From.Month"] = "11", ["From.Day"] = "10", ["To.Year"] = "2026", ["To.Month"] = "11", ["To.Day"] = "1" },
            formAction: "/statistics");

        Assert.Contains("いつからと同じ日か後の日", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_holds_the_days_and_is_recorded_as_an_export()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync();

        var file = await site.Client.GetStringAsync(new Uri("/statistics/file?from=2026-11-16&to=2026-11-20", UriKind.Relative));

        Assert.Equal("日付,開庁日,申請受付,発送,交付前設定済,交付済", file.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.Equal(1 + 5 + 1 + 1, file.Split("\r\n").Length);
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ExportList)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Week_at_a_counter_stands_in_charts_a_table_and_a_file(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.After(1);
        await office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None);
        var site = await office.StaffSiteAsync();

        var page = await site.GetAsync("/statistics?from=2026-11-23&to=2026-11-27");
        var file = await site.Client.GetStringAsync(new Uri("/statistics/file?from=2026-11-23&to=2026-11-27&table=Weeks", UriKind.Relative));

        var chart = page.Document.QuerySelectorAll("figure").Single(figure => figure.TextContent.Contains("未来庁(人)", StringComparison.Ordinal));
        Assert.Contains(chart.QuerySelectorAll("text"), text => text.TextContent == "2");
        Assert.Contains("100 %", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("2026-11-23,", file.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Contains(",0,0,2,0,0,", file.Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_clerk_sees_no_statistics()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/statistics")).Status);
    }
}
