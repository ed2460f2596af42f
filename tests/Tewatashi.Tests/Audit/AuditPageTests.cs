using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Audit;

/// <summary>操作ログ over HTTP, and the trace that a refused page leaves.</summary>
public sealed class AuditPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Auditor_finds_who_saw_a_card_and_no_serial_number_enters_an_address(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var clerk = await office.AddStaffAsync("mita", StaffRoles.Counter);
        await office.Staff<Database>().WriteAsync(
            office.ByStaff(StaffRoles.Counter) with { Actor = Actor.Staff(clerk.Id, "Counter") }, OperationKind.ViewCard, work => Task.FromResult(work.Record("Shown", card.Id)));
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);

        var found = await site.SubmitAsync(await site.GetAsync("/audit"), new() { ["SerialNumber"] = card.SerialNumber.Display });

        Assert.DoesNotContain(card.SerialNumber.Value[..6], found.Address.Query, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(card.Id.ToString(), found.Address.Query, StringComparison.Ordinal);
        Assert.Contains($"見本 mita ({clerk.UserId.Display}) 窓口職員 test カードの閲覧 表示 {card.SerialNumber.Display}", found.Text, StringComparison.Ordinal);
        Assert.Empty(found.Document.QuerySelectorAll(".tw-error-summary"));
        Assert.Empty(found.Document.QuerySelectorAll("main tbody a")); // an auditor may not open the card
        var own = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.SearchAudit));
        Assert.Equal(card.Id, own.SubjectId);
    }

    [Fact]
    public async Task Codes_and_counts_of_the_log_are_said_in_the_office_s_words()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        foreach (var (kind, detail) in new[] { (OperationKind.ViewCard, "WithNames"), (OperationKind.ViewDay, "20"), (OperationKind.HandOverCard, "LegalRepresentative"), (OperationKind.SuspendCard, "7") })
            await office.Staff<Database>().WriteAsync(office.ByStaff(), kind, work => Task.FromResult(work.Record("Shown", null, detail)));
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);

        var found = await site.SubmitAsync(await site.GetAsync("/audit"));

        var details = found.Document.QuerySelectorAll("main tbody tr td:last-child").Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0);
        Assert.Equal(["20件", "7", "カナ氏名・誕生日を含む", "法定代理人のみ"], details.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Long_result_is_turned_page_by_page()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        for (var i = 0; i <= SearchAudit.PageSize; i++)
            await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.PickCard, work => Task.FromResult(work.Record("Picked", Ids.New())));
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);

        var first = await site.SubmitAsync(await site.GetAsync("/audit"), new() { ["Kind"] = nameof(OperationKind.PickCard) });
        var second = await site.GetAsync(first.Document.QuerySelectorAll(".tw-pagination a")[^1].GetAttribute("href")!);

        Assert.Equal((SearchAudit.PageSize, 1), (first.Document.QuerySelectorAll("main tbody tr").Length, second.Document.QuerySelectorAll("main tbody tr").Length));
        Assert.Equal("2", second.Document.QuerySelector(".tw-pagination [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Search_that_cannot_be_read_is_told_by_field()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Auditor);
        var form = await site.GetAsync("/audit");

        var unknown = await site.SubmitAsync(form, new() { ["SerialNumber"] = "XYZ-999999" });
        var backwards = await site.SubmitAsync(form, new() { ["Until.Year"] = "2020" });

        Assert.Contains("この製造管理番号のカードはありません", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("いつまでは、いつからと同じ日か後の日にしてください", backwards.Text, StringComparison.Ordinal);
        Assert.Empty(await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.SearchAudit).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_refused_to_a_clerk_stands_in_the_log_without_what_was_asked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.GetAsync($"/staff/{Ids.New()}?secret=1");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("この画面を開く権限がありません", page.Heading);
        var entry = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.RefusePermission));
        Assert.Equal(("Refused", "GET /staff/{id:guid}", "Counter"), (entry.Outcome, entry.Detail, entry.Role));
        Assert.NotEqual("-", entry.ActorId);
    }
}
