using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Staff.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>The lists of the staff face, as a browser without script uses them.</summary>
public sealed class OfficeListPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reservations_are_filtered_sorted_and_led_to_a_file_with_the_same_filter(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync($"/reservations?From=2026-11-25&Until=2026-11-25&Counter={day.Counter.Id}&State=Booked");
        Assert.Contains("3件", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(1).KanaName!.Value, page.Html, StringComparison.Ordinal); // every test card has one
        Assert.Equal([day.Booked[0].Number.Display, day.Booked[1].Number.Display, day.Booked[2].Number.Display], Numbers(page));
        page = await site.GetAsync(page.Document.QuerySelectorAll("thead a").Single(link => link.TextContent == "来庁日").GetAttribute("href")!); // a link
        Assert.Equal([day.Booked[2].Number.Display, day.Booked[1].Number.Display, day.Booked[0].Number.Display], Numbers(page));
        Assert.Equal("descending", page.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort")); // just pressed
        Assert.Equal("2026-11-25", page.Document.QuerySelector("input[name=From]")!.GetAttribute("value")); // kept in the form

        var export = await site.GetAsync(page.Document.QuerySelector("a[href^='/export/reservations']")!.GetAttribute("href")!); // she may
        Assert.Contains("予約済", export.Text, StringComparison.Ordinal);
        Assert.Contains("書き出す理由を選んでください", (await site.SubmitAsync(export)).Text, StringComparison.Ordinal);
        var file = await site.DownloadAsync(export, new() { ["Form.Reason"] = "VisitWork" });
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType); // an answer with a file
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith(day.Booked[2].Number.Display, lines[1], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);

        static IEnumerable<string> Numbers(TestPage page) => page.Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_with_nothing_in_it_blames_a_condition_only_where_there_is_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        Assert.Contains("表示するものはありません。", (await site.GetAsync("/mails")).Text, StringComparison.Ordinal);
        Assert.Contains("この条件にあてはまるものはありません。", (await site.GetAsync("/mails?From=2026-12-31")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_in_Cp932_is_what_was_chosen_and_what_cannot_be_written_is_told(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, Tewatashi.Cards.CardProgress.Prepared);
        var batch = await office.CreateBatchAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var export = await site.GetAsync("/export/notices");
        Assert.Contains("CP932で書けない文字", export.Text, StringComparison.Ordinal);

        var file = await site.DownloadAsync(export, new() { ["Form.Reason"] = "NoticeWork", ["Form.Encoding"] = "Cp932" });
        Assert.Equal("windows-31j", file.Content.Headers.ContentType!.CharSet); // an answer with a file
        Assert.StartsWith("束,用紙", (CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException("No CP932.")).GetString(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.NoticeBatches.Where(row => row.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "café")));
        var refused = await site.SubmitAsync(export, new() { ["Form.Reason"] = "NoticeWork", ["Form.Encoding"] = "Cp932" });
        Assert.Contains("1行目の「束」に、CP932で書けない文字「é」(U+00E9)があります", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_without_the_permission_or_without_a_name_is_not_written()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var custody = await office.StaffSiteAsync(StaffRoles.Custody);
        var clerk = await office.StaffSiteAsync(StaffRoles.Counter);

        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/export/reservations")).Status);
        Assert.DoesNotContain("書き出す", (await clerk.GetAsync("/reservations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await custody.GetAsync("/export/log")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await custody.GetAsync("/export/nothing")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Auditor_writes_the_lists_that_an_auditor_sees_and_no_other(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);
        OfficeList[] seen = [OfficeLists.Reservations, OfficeLists.Incidents, OfficeLists.Log];

        foreach (var list in OfficeLists.All)
        {
            var expected = seen.Contains(list) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.Equal((list.Code, expected, expected), (list.Code, (await site.GetAsync(list.Path)).Status, (await site.GetAsync($"/export/{list.Code}")).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/cards/export")).Status); // cards are none of them
        var export = await site.GetAsync("/export/reservations");
        Assert.Contains("書き出す理由を選んでください", (await site.SubmitAsync(export)).Text, StringComparison.Ordinal);
        var file = await site.DownloadAsync(export, new() { ["Form.Reason"] = "Inspection" });
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType); // an answer with a file
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ExportList && row.Outcome == "Exported"));
        Assert.StartsWith("reservations ", entry.Detail, StringComparison.Ordinal);
        Assert.Contains("Inspection", entry.Detail, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accounts_are_found_by_role_and_state(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var both = await office.AddStaffAsync("ryouhou", StaffRoles.Counter | StaffRoles.Phone);
        var phone = await office.AddStaffAsync("denwa", StaffRoles.Phone);
        await site.SubmitAsync(await site.GetAsync($"/staff/{phone.Id}"), formAction: "handler=Stop");

        Assert.Equal([both.UserId.Display], Ids(await site.GetAsync("/staff?Role=Counter")));
        Assert.Equal([phone.UserId.Display, both.UserId.Display], Ids(await site.GetAsync("/staff?Role=Phone")));
        Assert.Equal([phone.UserId.Display], Ids(await site.GetAsync("/staff?Role=Phone&State=Disabled")));
        Assert.Empty(Ids(await site.GetAsync("/staff?Role=Custody")));
        var file = await site.DownloadAsync(await site.GetAsync("/export/staff?Role=Phone"), new() { ["Form.Reason"] = "Inspection" });
        Assert.Equal(4, (await file.Content.ReadAsStringAsync()).Split("\r\n").Length); // a heading, two accounts, nothing behind the last

        static IEnumerable<string> Ids(TestPage page) => page.Document.QuerySelectorAll("main tbody th a").Select(link => link.TextContent.Trim());
    }

    [Fact]
    public async Task Mistaken_field_shows_no_rows_and_says_what_to_type()
    {
        var day = await TestDay.OpenAsync(Engine.Sqlite);
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/reservations?From=2026-02-30");

        Assert.Contains("日付を、2026-12-31", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal("2026-02-30", page.Document.QuerySelector("input[name=From]")!.GetAttribute("value")); // as typed
    }

    [Fact]
    public async Task Every_list_has_its_page_and_its_file()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        foreach (var list in OfficeLists.All)
        {
            Assert.Equal((list.Code, HttpStatusCode.OK), (list.Code, (await site.GetAsync(list.Path)).Status));
            Assert.Equal((list.Code, HttpStatusCode.OK), (list.Code, (await site.GetAsync($"/export/{list.Code}")).Status));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Log_is_turned_round_and_written_for_who_may_let_lists_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        for (var i = 0; i < 3; i++)
        {
            await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.PickCard, work => Task.FromResult(work.Record("Picked", null, FormattableString.Invariant($"{i}"))));
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var page = await site.SubmitAsync(await site.GetAsync("/audit"), new() { ["Kind"] = nameof(OperationKind.PickCard) });
        Assert.Equal(["2", "1", "0"], Details(page));
        page = await site.GetAsync(page.Document.QuerySelector("thead a")!.GetAttribute("href")!); // the moment
        Assert.Equal(["0", "1", "2"], Details(page));

        var export = await site.GetAsync(page.Document.QuerySelector("a[href^='/export/log']")!.GetAttribute("href")!); // an administrator may
        var file = await site.DownloadAsync(export, new() { ["Form.Reason"] = "Inspection" });
        Assert.Equal(5, (await file.Content.ReadAsStringAsync()).Split("\r\n").Length);

        static IEnumerable<string> Details(TestPage page) => page.Document.QuerySelectorAll("main tbody tr").Select(row => row.Children[^1].TextContent.Trim());
    }
}
