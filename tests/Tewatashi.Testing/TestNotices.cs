using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;

namespace Tewatashi.Testing;

/// <summary>Notices in any stage, made through the use cases.</summary>
public static class TestNotices
{
    public const string ResidentUrl = "https://yoyaku.example.jp";

    /// <summary>What stands on one paper.</summary>
    public sealed record Paper(SerialNumber Serial, ReceptionNumber Number, ReceptionPassword Password);

    /// <summary>Chooses the cards that wait, all of them; the resident face's address is set if it was not.</summary>
    /// <returns>The batch.</returns>
    public static async Task<Guid> CreateBatchAsync(this TestOffice office, NoticeForm form = NoticeForm.Label, int atMost = CreateNoticeBatch.MostCards)
    {
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).ResidentUrl = ResidentUrl;
            work.Record("Changed");
            return true;
        });
        var outcome = await office.Staff<CreateNoticeBatch>().RunAsync(
            new(null, form, office.Today.AddDays(90), atMost), office.ByStaff(), CancellationToken.None);
        return outcome is CreateNoticeBatch.Created created ? created.BatchId : throw new InvalidOperationException($"No batch: {outcome}.");
    }

    /// <summary>Issues numbers and passwords of a batch.</summary>
    public static async Task<IReadOnlyList<Paper>> IssueAsync(this TestOffice office, Guid batchId) =>
        await PapersAsync(await office.Staff<IssueNotices>().RunAsync(new(batchId), office.ByStaff(), CancellationToken.None));

    /// <summary>What a printing prints.</summary>
    public static async Task<IReadOnlyList<Paper>> PapersAsync(PrintOutcome outcome)
    {
        var papers = new List<Paper>();
        var pdf = outcome is PrintOutcome.Ready ready ? ready.Pdf : throw new InvalidOperationException($"Nothing to print: {outcome}.");
        await foreach (var paper in pdf.PapersAsync(CancellationToken.None))
        {
            papers.Add(new Paper(
                SerialNumber.Parse(paper.SerialDisplay), ReceptionNumber.Parse(paper.ReceptionDisplay), ReceptionPassword.Parse(paper.PasswordDisplay)));
        }

        return papers;
    }

    /// <summary>A person confirms every paper of a batch.</summary>
    public static async Task ConfirmAsync(this TestOffice office, Guid batchId)
    {
        var batch = await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, batchId, CancellationToken.None)
            ?? throw new InvalidOperationException("No such batch.");
        await office.Staff<ConfirmPrinted>().RunAsync(new(batchId, batch.PrintRun), office.ByStaff(), CancellationToken.None);
    }

    /// <summary>Tells the applicants of all waiting cards, from the choice to the post: issued, confirmed, matched, sent today.</summary>
    public static async Task<IReadOnlyList<Paper>> SendNoticesAsync(this TestOffice office)
    {
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);
        foreach (var paper in papers)
        {
            await office.Staff<MatchNotice>().RunAsync(
                new(new NoticeCode.Reception(paper.Number), new NoticeCode.Serial(paper.Serial)), office.ByStaff(), CancellationToken.None);
        }

        await office.Staff<SendNotices>().RunAsync(new(batch, office.Today), office.ByStaff(), CancellationToken.None);
        return papers;
    }
}
