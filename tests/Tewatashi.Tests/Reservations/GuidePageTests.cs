using System.Net;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

/// <summary>From an empty municipality to its first bookable day.</summary>
public sealed class GuidePageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Administrator_reaches_the_first_bookable_day_by_the_guide_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.GetAsync("/guide");
        Assert.Contains("初期設定が終わっていません", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("まだ予約できる日はありません", page.Text, StringComparison.Ordinal);
        Assert.Equal("庁舎と保管場所", NextOf(page));
        page = await site.SubmitAsync(page, new() { ["Form.BuildingName"] = "見本庁舎", ["Form.Shelves"] = "１", ["Form.Boxes"] = "3" }, "handler=Storage");
        Assert.Equal("交付窓口", NextOf(page));
        page = await site.SubmitAsync(page, formAction: "handler=Counter");
        Assert.Equal("開庁時間", NextOf(page));
        page = await site.SubmitAsync(page, formAction: "handler=Hours");
        Assert.Equal("予約のルール", NextOf(page));
        page = await site.SubmitAsync(page, new() { ["Form.ResidentUrl"] = "https://yoyaku.example.jp" }, "handler=Rules");
        Assert.Equal("連絡先と文章", NextOf(page));
        page = await site.SubmitAsync(page, new() { ["Form.Telephone"] = "000-0000" }, "handler=Contact");

        // Tuesday 24 November: three business days on is Friday.
        Assert.Contains("最初に予約できる日: 令和8年11月27日(金)", page.Text, StringComparison.Ordinal);
        Assert.Contains("箱が3あります", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, formAction: "handler=Finish");
        Assert.Contains("初期設定を終えました", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("初期設定が終わっていません", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Set_up_cannot_be_ended_before_a_resident_could_book(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcome = await office.Staff<Tewatashi.Reservations.FinishSetUp>().RunAsync(office.ByStaff(), CancellationToken.None);

        Assert.Equal(5, Assert.IsType<Tewatashi.Reservations.FinishSetUp.NotYet>(outcome).Missing.Count);
    }

    [Fact]
    public async Task Wrong_numbers_are_told_by_field_and_stay_typed()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.SubmitAsync(await site.GetAsync("/guide"), new() { ["Form.Shelves"] = "たくさん", ["Form.BuildingName"] = "見本庁舎" }, "handler=Storage");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("棚の数を1以上の数字で入力してください", page.Text, StringComparison.Ordinal);
        Assert.Equal("たくさん", page.Document.QuerySelector("[name='Form.Shelves']")!.GetAttribute("value"));
    }

    private static string? NextOf(TestPage page) => page.Document.QuerySelector("[aria-current='step'] h2")?.FirstChild?.TextContent.Trim();
}
