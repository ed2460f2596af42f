using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Text;

namespace Tewatashi.Tests.Notices;

/// <summary>差込データ for the maker of window envelopes: what is in it, who may, and what the log keeps of it.</summary>
public sealed class ExportWindowDataTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_holds_numbers_and_deadline_in_the_order_of_the_batch_and_neither_password_nor_name(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var batch = await office.CreateBatchAsync(NoticeForm.Guide);
        var papers = await office.IssueAsync(batch);
        Assert.IsType<ExportWindowData.NothingReady>(await ExportAsync(office, batch));
        await office.ConfirmAsync(batch);
        await CreateNoticeBatchTests.ChangeAsync(office, cards[1].Id, card => card.Suspension = Suspension.AskAtCounter);

        var exported = Assert.IsType<ExportWindowData.Exported>(await ExportAsync(office, batch));

        var cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        Assert.Equal(
            [
                "順,製造管理番号,受付番号,交付期限", $"1,{papers[0].Serial.Value},{papers[0].Number.Value},2027-02-22", $"3,{papers[2].Serial.Value},{papers[2].Number.Value},2027-02-22", "",
            ], cp932.GetString(exported.File).Split("\r\n"));
        Assert.Equal((2, "window-envelopes-machine-20261124-cp932.csv"), (exported.Rows, exported.FileName));
        Assert.All(papers, paper => Assert.DoesNotContain(paper.Password.Value, cp932.GetString(exported.File), StringComparison.Ordinal));
        var utf8 = Assert.IsType<ExportWindowData.Exported>(await ExportAsync(office, batch, MachineEncoding.Utf8));
        Assert.Equal(cp932.GetString(exported.File), Encoding.UTF8.GetString(utf8.File));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Export_is_recorded_with_reason_count_hash_and_cards(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        var batch = await ConfirmedAsync(office);

        var exported = Assert.IsType<ExportWindowData.Exported>(await ExportAsync(office, batch));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(exported.File)), exported.Hash);
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ExportWindowData));
        Assert.Equal(($"MakeEnvelopes Cp932 2 sha256 {exported.Hash}", batch), (entry.Detail, entry.SubjectId));
        Assert.Equal(cards.Select(card => card.Id).Order(), (await office.SeeAsync(context => context.AuditSubjects.Where(row => row.EntryId == entry.Id).Select(row => row.SubjectId).ToListAsync())).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_asks_for_a_reason_and_lets_nobody_in_without_the_permission(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await ConfirmedAsync(office);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        Assert.Contains("窓あき封筒の差込データを書き出す", (await site.GetAsync($"/notices/{batch}")).Text, StringComparison.Ordinal);
        var page = await site.GetAsync($"/notices/{batch}/window");
        Assert.Contains("書き出す理由を選んでください", (await site.SubmitAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.ExportWindowData)));
        using var file = await site.DownloadAsync(page, new() { ["Reason"] = nameof(WindowDataReason.MakeEnvelopes), ["Encoding"] = nameof(MachineEncoding.Utf8) });
        Assert.Equal(("text/csv", "attachment"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync($"/notices/{batch}/window")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.StaffSiteAsync(StaffRoles.Custody)).GetAsync($"/notices/{batch}/window")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_of_labels_and_an_unknown_batch_are_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);

        Assert.IsType<ExportWindowData.OnlyLabels>(await ExportAsync(office, await office.CreateBatchAsync()));
        Assert.IsType<ExportWindowData.NotThere>(await ExportAsync(office, Guid.CreateVersion7()));
    }

    private static async Task<Guid> ConfirmedAsync(TestOffice office)
    {
        var batch = await office.CreateBatchAsync(NoticeForm.Guide);
        await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);
        return batch;
    }

    private static Task<ExportWindowData.Outcome> ExportAsync(TestOffice office, Guid batch, MachineEncoding encoding = MachineEncoding.Cp932) =>
        office.Staff<ExportWindowData>().RunAsync(new(batch, WindowDataReason.MakeEnvelopes, encoding), office.ByStaff(), CancellationToken.None);
}
