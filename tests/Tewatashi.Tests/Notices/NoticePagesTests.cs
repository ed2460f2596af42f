using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Testing;
using UglyToad.PdfPig;

namespace Tewatashi.Tests.Notices;

/// <summary>The staff's pages of notices, as a person presses through them.</summary>
public sealed class NoticePagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_goes_from_the_choice_to_the_post(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var site = await OpenAsync(office);

        var batch = await site.SubmitAsync(await site.GetAsync("/notices/new"), new() { ["AtMost"] = "２" });
        Assert.Contains("束を作りました", batch.Text, StringComparison.Ordinal);
        var numbers = await PrintAsync(office, site, batch, "handler=Issue");
        Assert.Equal(2, numbers.Count);

        batch = await site.GetAsync(batch.Address.AbsolutePath);
        Assert.Contains("2枚ともきれいに印刷できた", batch.Text, StringComparison.Ordinal);
        batch = await site.SubmitAsync(batch, formAction: "handler=Confirm");
        Assert.Contains("印刷を確認しました", batch.Text, StringComparison.Ordinal);

        var match = await site.GetAsync($"{batch.Address.AbsolutePath}/match");
        match = await site.SubmitAsync(match, new() { ["Scan"] = $"{TestNotices.ResidentUrl}/{office.Municipality.Value}/sign-in?n={numbers[0].Value}" });
        Assert.Contains("受付番号 " + numbers[0].Display, match.Text, StringComparison.Ordinal);
        match = await site.SubmitAsync(match, new() { ["Scan"] = cards[1].SerialNumber.Display });
        Assert.Equal("組が違います", Verdict(match));
        foreach (var (card, number) in cards.Zip(numbers))
        {
            match = await site.SubmitAsync(match, new() { ["Scan"] = card.SerialNumber.Display });
            match = await site.SubmitAsync(match, new() { ["Scan"] = number.Display });
            Assert.Equal("組が合いました", Verdict(match));
        }

        batch = await site.GetAsync(batch.Address.AbsolutePath);
        batch = await site.SubmitAsync(batch, formAction: "handler=Send");
        Assert.Contains("発送を記録しました", batch.Text, StringComparison.Ordinal);
        Assert.Equal("発送済", batch.Document.QuerySelector(".tw-summary .tw-status")?.TextContent);
        var list = await site.GetAsync("/notices");
        Assert.Contains("通知を待っているカード: 1枚", list.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_press_of_print_says_so_and_issues_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();
        var site = await OpenAsync(office);
        var shown = await site.GetAsync($"/notices/{batch}");
        await PrintAsync(office, site, shown, "handler=Issue");
        var before = await IssueNoticesTests.NoticesAsync(office);

        var again = await site.SubmitAsync(shown, formAction: "handler=Issue");

        Assert.Contains("もう印刷しています", again.Text, StringComparison.Ordinal);
        Assert.Equal(before.Select(row => row.Version), (await IssueNoticesTests.NoticesAsync(office)).Select(row => row.Version));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Jam_confirms_up_to_the_last_good_paper_and_prints_the_rest_anew(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(3);
        var batch = await office.CreateBatchAsync();
        var site = await OpenAsync(office);
        var numbers = await PrintAsync(office, site, await site.GetAsync($"/notices/{batch}"), "handler=Issue");

        var page = await site.SubmitAsync(await site.GetAsync($"/notices/{batch}"), new() { ["LastGood"] = "見本" }, "handler=ConfirmUpTo");
        Assert.Contains("受付番号(10桁)か", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["LastGood"] = numbers[0].Value }, "handler=ConfirmUpTo");
        Assert.Contains("途中までを確認しました", page.Text, StringComparison.Ordinal);
        var again = await PrintAsync(office, site, page, "handler=Reprint");

        Assert.Equal(numbers.Skip(1), again);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Returned_notice_is_recorded_by_scan_and_sent_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var paper = (await office.SendNoticesAsync())[0];
        var site = await OpenAsync(office);

        var page = await site.SubmitAsync(await site.GetAsync("/notices/return"), new() { ["Scan"] = paper.Number.Display });
        Assert.Contains("返戻の理由を選んでください。", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = paper.Number.Display, ["Reason"] = "NotForwarded" });
        Assert.Equal("返戻を記録しました", Verdict(page));
        page = await site.GetAsync($"/notices/resend/{card.Id}");
        Assert.Contains("返戻(転送不要による返還、第1回)", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page);
        Assert.Contains("再送の束を作りました", page.Text, StringComparison.Ordinal);
        await PrintAsync(office, site, page, "handler=Issue");

        Assert.False(await IssueNoticesTests.FitsAsync(office, paper));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Individual_number_read_by_mistake_is_neither_shown_nor_kept(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();
        var site = await OpenAsync(office);

        foreach (var path in new[] { $"/notices/{batch}/match", "/notices/return" })
        {
            var page = await site.SubmitAsync(await site.GetAsync(path), new() { ["Scan"] = "123456789018", ["Reason"] = "Refused" });
            Assert.Contains("個人番号のようです", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("123456789018", page.Html, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_answer_nobody_without_the_permission_nor_another_municipality(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var batch = await office.CreateBatchAsync();
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        var stranger = await other.StaffSiteAsync(StaffRoles.Custody);

        foreach (var path in new[] { "/notices", "/notices/new", "/notices/return", $"/notices/{batch}", $"/notices/{batch}/cards", $"/notices/{batch}/match", $"/notices/resend/{card.Id}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync(path)).Status);
        foreach (var path in new[] { $"/notices/{batch}", $"/notices/{batch}/cards", $"/notices/{batch}/match", $"/notices/resend/{card.Id}" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_fields_of_a_new_batch_are_told_at_the_fields(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var site = await OpenAsync(office);

        var page = await site.SubmitAsync(await site.GetAsync("/notices/new"), new() { ["AtMost"] = "たくさん", ["DeadlineOn.Month"] = "13" });

        Assert.Contains("枚数は1から5000の数字で入力してください。", page.Text, StringComparison.Ordinal);
        Assert.Contains("交付期限を、年・月・日の数字で入力してください。", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.NoticeBatches.CountAsync()));
    }

    private static async Task<TestSite> OpenAsync(TestOffice office)
    {
        await office.Staff<Tewatashi.Data.Database>().WriteAsync(office.ByStaff(), Tewatashi.Audit.OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).ResidentUrl = TestNotices.ResidentUrl;
            work.Record("Changed");
            return true;
        });
        return await office.StaffSiteAsync(StaffRoles.Custody);
    }

    /// <summary>The numbers on the papers that a button printed, in order.</summary>
    private static async Task<List<ReceptionNumber>> PrintAsync(TestOffice office, TestSite site, TestPage page, string action)
    {
        using var response = await site.DownloadAsync(page, formAction: action);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync());
        var text = string.Concat(pdf.GetPages().Select(sheet => sheet.Text));
        return
        [
            .. (await IssueNoticesTests.NoticesAsync(office)).Select(row => row.ReceptionNumber)
                .Select(number => (Number: number, Place: text.IndexOf(number.Display, StringComparison.Ordinal)))
                .Where(found => found.Place >= 0).OrderBy(found => found.Place).Select(found => found.Number),
        ];
    }

    private static string? Verdict(TestPage page) => page.Document.QuerySelector(".tw-scan__heading")?.ChildNodes[^1].TextContent;
}
