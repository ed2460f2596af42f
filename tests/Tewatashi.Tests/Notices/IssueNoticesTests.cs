using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data.Keys;
using Tewatashi.Notices;
using Tewatashi.Testing;
using UglyToad.PdfPig;

namespace Tewatashi.Tests.Notices;

public sealed class IssueNoticesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Password_is_stored_as_a_hash_that_it_alone_fits(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);

        var papers = await office.IssueAsync(await office.CreateBatchAsync());

        var keys = office.Staff<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Password);
        var rows = await NoticesAsync(office);
        var first = rows.Single(row => row.ReceptionNumber == papers[0].Number);
        Assert.True(PasswordHash.Fits(keys, papers[0].Password, first.PasswordSalt, first.PasswordHash));
        Assert.False(PasswordHash.Fits(keys, papers[1].Password, first.PasswordSalt, first.PasswordHash));
        Assert.All(rows, row => Assert.DoesNotContain(papers, paper =>
            Encoding.Latin1.GetString(row.PasswordHash).Contains(paper.Password.Value, StringComparison.Ordinal)));
        Assert.Equal(2, papers.Select(paper => paper.Password.Value).Distinct().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_press_at_once_issue_each_notice_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(30);
        var batch = await office.CreateBatchAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop))));
        var papers = await TestNotices.PapersAsync(Assert.Single(outcomes.OfType<PrintOutcome.Ready>()));

        Assert.Equal(4, outcomes.Count(outcome => outcome is PrintOutcome.AlreadyIssued));
        Assert.Equal(30, papers.Count);
        Assert.Equal(30, (await NoticesAsync(office)).Count);
        Assert.IsType<PrintOutcome.AlreadyIssued>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_prints_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();
        var caller = office.ByStaff();

        await TestNotices.PapersAsync(await office.Staff<IssueNotices>().RunAsync(new(batch), caller, Stop));

        Assert.IsType<PrintOutcome.AlreadyIssued>(await office.Staff<IssueNotices>().RunAsync(new(batch), caller, Stop));
        var before = await NoticesAsync(office);
        var again = office.ByStaff();
        await TestNotices.PapersAsync(await office.Staff<ReprintNotices>().RunAsync(new(batch, 1), again, Stop));
        Assert.IsType<PrintOutcome.AlreadyIssued>(await office.Staff<ReprintNotices>().RunAsync(new(batch, 1), again, Stop));
        Assert.Equal(before.Select(row => row.ReceptionNumber), (await NoticesAsync(office)).Select(row => row.ReceptionNumber));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Papers_come_in_the_order_of_the_shipment_with_numbers_and_without_names(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(13);

        foreach (var form in Enum.GetValues<NoticeForm>())
        {
            var batch = await office.CreateBatchAsync(form, atMost: 4);
            using var pdf = PdfDocument.Open(await PrintAsync(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop)));

            var text = string.Concat(pdf.GetPages().Select(page => page.Text));
            var notices = await office.SeeAsync(context => context.Notices.Where(row => row.BatchId == batch).OrderBy(row => row.Ordinal)
                .Join(context.Cards, notice => notice.CardId, card => card.Id, (notice, card) => new { notice.ReceptionNumber, card.SerialNumber }).ToListAsync());
            Assert.Equal(4, notices.Count);
            var places = notices.Select(row => text.IndexOf(row.ReceptionNumber.Display, StringComparison.Ordinal)).ToList();
            Assert.All(places, place => Assert.True(place >= 0));
            Assert.Equal(places.Order(), places);
            Assert.All(notices, row => Assert.Contains(row.SerialNumber.Display, text, StringComparison.Ordinal));
            Assert.Contains("カードの暗証番号ではありません", text, StringComparison.Ordinal);
            Assert.Contains("令和9年2月22日(月)まで", text, StringComparison.Ordinal);
            Assert.All(Enumerable.Range(1, cards.Count), number =>
                Assert.DoesNotContain(TestCards.NamesOf(number).KanaName!.Value[..3], text, StringComparison.Ordinal));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_with_an_earlier_last_day_keeps_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        await CreateNoticeBatchTests.ChangeAsync(office, cards[0].Id, card => card.LastDayOn = office.Today.AddDays(9));
        await CreateNoticeBatchTests.ChangeAsync(office, cards[1].Id, card => card.LastDayOn = office.Today.AddDays(200));

        await office.IssueAsync(await office.CreateBatchAsync());

        Assert.Equal([office.Today.AddDays(9), office.Today.AddDays(90)], (await NoticesAsync(office)).Select(row => row.DeadlineOn));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_suspended_or_changed_since_the_choice_is_left_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        var batch = await office.CreateBatchAsync();
        await CreateNoticeBatchTests.ChangeAsync(office, cards[0].Id, card => card.Suspension = Suspension.Deceased);
        await CreateNoticeBatchTests.ChangeAsync(office, cards[1].Id, card => card.Route = CardRoute.Post);

        var papers = await office.IssueAsync(batch);

        Assert.Equal([cards[2].SerialNumber], papers.Select(paper => paper.Serial));
        var list = await office.Staff<ListBatchCards>().RunAsync(new(batch, BatchCardFilter.LeftOut, 1), office.ByStaff(), Stop);
        Assert.Equal([BatchCardState.Suspended, BatchCardState.NotReady], list.Lines.Select(line => line.Card));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Printing_that_breaks_off_leaves_what_went_out_issued_and_the_rest_waiting(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(250);
        var batch = await office.CreateBatchAsync();
        var outcome = Assert.IsType<PrintOutcome.Ready>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        var former = new List<TestNotices.Paper>();
        await foreach (var paper in outcome.Pdf.PapersAsync(Stop))
        {
            former.Add(new(SerialNumber.Parse(paper.SerialDisplay), ReceptionNumber.Parse(paper.ReceptionDisplay), ReceptionPassword.Parse(paper.PasswordDisplay)));
            if (former.Count == 10) break;
        }

        var broken = (await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, batch, Stop))!;
        var confirmed = await office.Staff<ConfirmPrinted>().RunAsync(
            new(batch, broken.PrintRun, new NoticeCode.Reception(former[6].Number)), office.ByStaff(), Stop);
        var again = await TestNotices.PapersAsync(await office.Staff<ReprintNotices>().RunAsync(new(batch, broken.PrintRun), office.ByStaff(), Stop));

        Assert.Equal((200, 50, BatchStage.Confirm), (broken.Unconfirmed, broken.Waiting, broken.Stage));
        Assert.Equal(new ConfirmPrinted.Confirmed(7, 243), confirmed);
        Assert.Equal(243, again.Count);
        Assert.Equal(former[7].Serial, again[0].Serial);
        Assert.Equal(former[7].Number, again[0].Number);
        Assert.False(await FitsAsync(office, former[7]));
        Assert.True(await FitsAsync(office, again[0]));
        Assert.True(await FitsAsync(office, former[6]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Printing_under_way_ends_when_a_newer_one_begins(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(250);
        var batch = await office.CreateBatchAsync();
        var outcome = Assert.IsType<PrintOutcome.Ready>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        await using var older = outcome.Pdf.PapersAsync(Stop).GetAsyncEnumerator(Stop);
        for (var i = 0; i < 200; i++) Assert.True(await older.MoveNextAsync());

        var newer = await TestNotices.PapersAsync(await office.Staff<ReprintNotices>().RunAsync(new(batch, 1), office.ByStaff(), Stop));

        await Assert.ThrowsAsync<PrintingReplacedException>(async () => await older.MoveNextAsync());
        Assert.Equal(250, newer.Count);
        Assert.Equal(250, (await NoticesAsync(office)).Count);
        Assert.IsType<PrintOutcome.ChangedMeanwhile>(await office.Staff<ReprintNotices>().RunAsync(new(batch, 1), office.ByStaff(), Stop));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notices_are_committed_before_the_first_byte_and_made_as_the_pages_go_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(450);
        var batch = await office.CreateBatchAsync(NoticeForm.Guide);
        var outcome = Assert.IsType<PrintOutcome.Ready>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        await using var stream = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => outcome.Pdf.WriteAsync(stream, Stop));

        Assert.Equal(200, (await NoticesAsync(office)).Count);
    }

    [Fact]
    public async Task Two_thousand_notices_are_never_held_together()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCardsAsync(2000);
        var batch = await office.CreateBatchAsync();
        var outcome = Assert.IsType<PrintOutcome.Ready>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        await using var stream = new MeasuringStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(2000, await outcome.Pdf.WriteAsync(stream, Stop));

        Assert.True(stream.Written > 500_000, $"{stream.Written} bytes");
        // What is still reachable at any write, beside the PDF's own index of pages.
        Assert.True(stream.Peak - before < 24_000_000, $"{stream.Peak - before} bytes more");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missing_address_or_a_character_without_a_glyph_is_refused_before_anything_is_issued(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();
        await SetAsync(office, settings => settings.ResidentUrl = "");
        Assert.IsType<PrintOutcome.NoAddress>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));

        await SetAsync(office, settings => (settings.ResidentUrl, settings.Telephone) = (TestNotices.ResidentUrl, "\U0001F4DE"));
        var refused = Assert.IsType<PrintOutcome.NotPrintable>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        Assert.Equal("\U0001F4DE", Assert.Single(refused.Characters).Character);

        await SetAsync(office, settings => settings.Telephone = "000-000-0000");
        Assert.Single(await office.IssueAsync(batch));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_municipality_sees_no_batch_of_this_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();

        Assert.IsType<PrintOutcome.NotThere>(await other.Staff<IssueNotices>().RunAsync(new(batch), other.ByStaff(), Stop));
        Assert.Null(await other.Staff<SeeNoticeBatch>().RunAsync(other.Municipality, batch, Stop));
    }

    internal static Task<List<Notice>> NoticesAsync(TestOffice office) => office.SeeAsync(context =>
        context.Notices.AsNoTracking().OrderBy(row => row.Ordinal).ThenBy(row => row.Sequence).ToListAsync());

    /// <summary>Whether a paper opens anything: its number is current, and its password fits.</summary>
    internal static async Task<bool> FitsAsync(TestOffice office, TestNotices.Paper paper)
    {
        var keys = office.Staff<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Password);
        var row = (await NoticesAsync(office)).Single(row => row.ReceptionNumber == paper.Number);
        return row.State != NoticeState.Withdrawn && PasswordHash.Fits(keys, paper.Password, row.PasswordSalt, row.PasswordHash);
    }

    private static async Task<byte[]> PrintAsync(PrintOutcome outcome)
    {
        using var pdf = new MemoryStream();
        await Assert.IsType<PrintOutcome.Ready>(outcome).Pdf.WriteAsync(pdf, Stop);
        return pdf.ToArray();
    }

    private static Task<bool> SetAsync(TestOffice office, Action<Tewatashi.Municipalities.MunicipalitySettings> change) =>
        office.Staff<Tewatashi.Data.Database>().WriteAsync(office.ByStaff(), Tewatashi.Audit.OperationKind.ChangeSettings, async work =>
        {
            change(await work.Context.Settings.SingleAsync());
            work.Record("Changed");
            return true;
        });
}
