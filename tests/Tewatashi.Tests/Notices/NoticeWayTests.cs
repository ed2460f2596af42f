using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Notices;

/// <summary>From the printed paper to the post, and back.</summary>
public sealed class NoticeWayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notice_printed_again_alone_changes_its_password_and_nothing_else(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(3);
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);

        var again = Assert.Single(await TestNotices.PapersAsync(
            await office.Staff<ReissueNotice>().RunAsync(new(batch, new NoticeCode.Serial(papers[1].Serial)), office.ByStaff(), Stop)));

        Assert.Equal((papers[1].Serial, papers[1].Number), (again.Serial, again.Number));
        Assert.False(await IssueNoticesTests.FitsAsync(office, papers[1]));
        Assert.True(await IssueNoticesTests.FitsAsync(office, again));
        Assert.True(await IssueNoticesTests.FitsAsync(office, papers[0]));
        Assert.True(await IssueNoticesTests.FitsAsync(office, papers[2]));
        Assert.Equal([true, false, true], (await IssueNoticesTests.NoticesAsync(office)).Select(row => row.PrintConfirmedAt is not null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Papers_of_before_a_reprint_are_not_confirmed_with_the_new_ones(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        var seen = (await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, batch, Stop))!.PrintRun;
        await office.Staff<ReissueNotice>().RunAsync(new(batch, new NoticeCode.Reception(papers[0].Number)), office.ByStaff(), Stop);

        var outcome = await office.Staff<ConfirmPrinted>().RunAsync(new(batch, seen), office.ByStaff(), Stop);

        Assert.IsType<ConfirmPrinted.ChangedMeanwhile>(outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_pair_is_refused_and_recorded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);

        var outcome = await MatchAsync(office, papers[0].Number.Display, papers[1].Serial.Display);

        Assert.IsType<MatchNotice.WrongPair>(outcome);
        Assert.All(await IssueNoticesTests.NoticesAsync(office), row => Assert.Null(row.MatchedAt));
        var recorded = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.MatchNotice));
        Assert.Equal(("WrongPair", cards[0].Id), (recorded.Outcome, recorded.SubjectId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Right_pair_matches_scanned_or_typed_in_either_order(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);
        var scanned = $"{TestNotices.ResidentUrl}/{office.Municipality.Value}/sign-in?n={papers[0].Number.Value}";

        Assert.Equal(new MatchNotice.Matched(papers[0].Serial, 1), await MatchAsync(office, scanned, papers[0].Serial.Value));
        Assert.Equal(new MatchNotice.Matched(papers[1].Serial, 0), await MatchAsync(office, papers[1].Serial.Display, papers[1].Number.Display));
        Assert.Equal(new MatchNotice.AlreadyMatched(papers[0].Serial, 0), await MatchAsync(office, scanned, papers[0].Serial.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pair_that_compares_nothing_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();
        var paper = (await office.IssueAsync(batch))[0];

        Assert.IsType<MatchNotice.NotConfirmed>(await MatchAsync(office, paper.Number.Display, paper.Serial.Display));
        Assert.IsType<MatchNotice.SameKind>(await MatchAsync(office, paper.Serial.Display, paper.Serial.Display));
        Assert.IsType<MatchNotice.Unreadable>(await MatchAsync(office, "見本", paper.Serial.Display));
        Assert.IsType<MatchNotice.UnknownPaper>(await MatchAsync(office, ReceptionNumber.New().Display, paper.Serial.Display));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_confirmed_and_matched_papers_of_cards_not_suspended_are_sent(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(4);
        var batch = await office.CreateBatchAsync();
        var papers = await office.IssueAsync(batch);
        Assert.IsType<SendNotices.NothingReady>(await SendAsync(office, batch, office.Today));
        await office.Staff<ConfirmPrinted>().RunAsync(new(batch, 1, new NoticeCode.Serial(papers[2].Serial)), office.ByStaff(), Stop);
        await MatchAsync(office, papers[0].Number.Display, papers[0].Serial.Display);
        await MatchAsync(office, papers[1].Number.Display, papers[1].Serial.Display);
        await CreateNoticeBatchTests.ChangeAsync(office, cards[1].Id, card => card.Suspension = Suspension.AskAtCounter);

        var outcome = await SendAsync(office, batch, office.Today);

        Assert.Equal(new SendNotices.Sent(1, 3), outcome);
        Assert.Equal(
            [NoticeState.Sent, NoticeState.Printed, NoticeState.Printed, NoticeState.Printed],
            (await IssueNoticesTests.NoticesAsync(office)).Select(row => row.State));
        var view = (await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, batch, Stop))!;
        Assert.Equal((1, 2, 1, 1, 1, BatchStage.Confirm), (view.Unconfirmed, view.Confirmed, view.Matched, view.Held, view.Sent, view.Stage));
        var record = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.SendNotices));
        Assert.Equal([cards[0].Id], await office.SeeAsync(context =>
            context.AuditSubjects.Where(row => row.EntryId == record.Id).Select(row => row.SubjectId).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Guide_that_goes_with_no_postcard_is_sent_without_matching(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        await office.CreateBatchAsync();
        await office.AddCardsAsync(1);
        var created = Assert.IsType<CreateNoticeBatch.Created>(await office.Staff<CreateNoticeBatch>().RunAsync(
            new(null, NoticeForm.Guide, office.Today, 10, Match: false), office.ByStaff(), Stop));
        await office.IssueAsync(created.BatchId);
        await office.ConfirmAsync(created.BatchId);

        Assert.Equal(new SendNotices.Sent(1, 0), await SendAsync(office, created.BatchId, office.Today));
        var view = (await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, created.BatchId, Stop))!;
        Assert.Equal((BatchStage.Done, office.Today), (view.Stage, view.SentOn));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_of_dispatch_is_neither_in_the_future_nor_before_the_batch(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();
        await office.IssueAsync(batch);

        Assert.Equal(new SendNotices.WrongDay(office.Today, office.Today), await SendAsync(office, batch, office.Today.AddDays(1)));
        Assert.Equal(new SendNotices.WrongDay(office.Today, office.Today), await SendAsync(office, batch, office.Today.AddDays(-1)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notice_sent_again_has_a_new_number_and_ends_the_former_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var former = (await office.SendNoticesAsync())[0];

        var made = Assert.IsType<ResendNotice.Made>(await ResendAsync(office, card.Id));
        Assert.Equal(new ResendNotice.StillInBatch(made.BatchId), await ResendAsync(office, card.Id));
        Assert.True(await IssueNoticesTests.FitsAsync(office, former));
        var newer = Assert.Single(await office.IssueAsync(made.BatchId));

        Assert.NotEqual(former.Number, newer.Number);
        Assert.False(await IssueNoticesTests.FitsAsync(office, former));
        Assert.True(await IssueNoticesTests.FitsAsync(office, newer));
        var rows = await IssueNoticesTests.NoticesAsync(office);
        Assert.Equal([(1, NoticeState.Withdrawn), (2, NoticeState.Printed)], rows.Select(row => (row.Sequence, row.State)));
        Assert.IsType<MatchNotice.OutdatedPaper>(await MatchAsync(office, former.Number.Display, former.Serial.Display));
        await office.ConfirmAsync(made.BatchId);
        Assert.Equal(new SendNotices.Sent(1, 0), await SendAsync(office, made.BatchId, office.Today));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_resent_by_several_clerks_at_once_has_one_new_notice(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await office.SendNoticesAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ResendAsync(office, card.Id))));

        var made = Assert.Single(outcomes.OfType<ResendNotice.Made>());
        Assert.All(outcomes.OfType<ResendNotice.StillInBatch>(), outcome => Assert.Equal(made.BatchId, outcome.BatchId));
        await office.IssueAsync(made.BatchId);
        Assert.Single(await IssueNoticesTests.NoticesAsync(office), row => row.State != NoticeState.Withdrawn);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_may_not_be_told_is_not_sent_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var batch = await office.CreateBatchAsync();
        await office.IssueAsync(batch);

        Assert.Equal(new ResendNotice.StillInBatch(batch), await ResendAsync(office, card.Id));
        await CreateNoticeBatchTests.ChangeAsync(office, card.Id, row => row.Suspension = Suspension.MovedOut);
        Assert.IsType<ResendNotice.CardSuspended>(await ResendAsync(office, card.Id));
        var early = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];
        Assert.IsType<ResendNotice.CardNotReady>(await ResendAsync(office, early.Id));
        Assert.IsType<ResendNotice.NotThere>(await ResendAsync(office, batch));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Returned_notice_keeps_its_reason_and_is_read_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var paper = (await office.SendNoticesAsync())[0];
        office.Clock.Advance(TimeSpan.FromDays(7));
        Task<ReturnNotice.Outcome> Return(NoticeCode code) =>
            office.Staff<ReturnNotice>().RunAsync(new(code, ReturnReason.NotForwarded, office.Today), office.ByStaff(), Stop);

        Assert.Equal(new ReturnNotice.Returned(card.Id, paper.Serial), await Return(new NoticeCode.Serial(paper.Serial)));
        Assert.Equal(new ReturnNotice.AlreadyReturned(card.Id, paper.Serial), await Return(new NoticeCode.Reception(paper.Number)));

        var row = Assert.Single(await IssueNoticesTests.NoticesAsync(office));
        Assert.Equal((NoticeState.Returned, ReturnReason.NotForwarded, office.Today), (row.State, row.ReturnReason, row.ReturnedOn));
        var again = Assert.IsType<ResendNotice.Made>(await ResendAsync(office, card.Id));
        await office.IssueAsync(again.BatchId);
        Assert.Equal(new ReturnNotice.Outdated(card.Id, paper.Serial), await Return(new NoticeCode.Reception(paper.Number)));
        Assert.Equal(new ReturnNotice.NotSent(paper.Serial), await Return(new NoticeCode.Serial(paper.Serial)));
        Assert.IsType<ReturnNotice.Unknown>(await Return(new NoticeCode.Reception(ReceptionNumber.New())));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Return_before_the_dispatch_or_in_the_future_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var paper = (await office.SendNoticesAsync())[0];

        foreach (var day in new[] { -1, 1 })
        {
            var outcome = await office.Staff<ReturnNotice>().RunAsync(
                new(new NoticeCode.Serial(paper.Serial), ReturnReason.Refused, office.Today.AddDays(day)), office.ByStaff(), Stop);
            Assert.Equal(new ReturnNotice.WrongDay(office.Today, office.Today), outcome);
        }
    }

    private static Task<MatchNotice.Outcome> MatchAsync(TestOffice office, string paper, string postcard) =>
        office.Staff<MatchNotice>().RunAsync(new(NoticeCode.Read(paper), NoticeCode.Read(postcard)), office.ByStaff(), Stop);

    private static Task<SendNotices.Outcome> SendAsync(TestOffice office, Guid batch, DateOnly day) =>
        office.Staff<SendNotices>().RunAsync(new(batch, day), office.ByStaff(), Stop);

    private static Task<ResendNotice.Outcome> ResendAsync(TestOffice office, Guid cardId) =>
        office.Staff<ResendNotice>().RunAsync(new(cardId, Large: false, office.Today.AddDays(90)), office.ByStaff(), Stop);
}
