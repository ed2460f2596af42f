using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Notices;

public sealed class CreateNoticeBatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_takes_waiting_cards_in_the_order_of_the_deliveries(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var first = await office.AddCardsAsync(3);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await office.AddCardsAsync(3);

        var batch = await office.CreateBatchAsync(atMost: 5);

        Assert.Equal([.. first.Select(card => card.Id), .. second.Take(2).Select(card => card.Id)], await CardsOfAsync(office, batch));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_of_one_delivery_takes_no_card_of_another(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var wanted = await office.AddCardsAsync(2);

        var outcome = await office.Staff<CreateNoticeBatch>().RunAsync(
            new(wanted[0].ShipmentId, NoticeForm.Guide, office.Today, 100), office.ByStaff(), Stop);

        var created = Assert.IsType<CreateNoticeBatch.Created>(outcome);
        Assert.Equal(2, created.Cards);
        Assert.Equal(wanted.Select(card => card.Id), await CardsOfAsync(office, created.BatchId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_that_may_not_be_told_are_not_chosen(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, CardProgress.Inspected);
        var told = await office.AddCardsAsync(1);
        await office.SendNoticesAsync();
        var cards = await office.AddCardsAsync(4);
        await ChangeAsync(office, cards[0].Id, card => card.Suspension = Suspension.MovedOut);
        await ChangeAsync(office, cards[1].Id, card => card.Route = CardRoute.Post);
        await ChangeAsync(office, cards[2].Id, card => card.LastDayOn = office.Today.AddDays(-1));

        var waiting = await office.Staff<SeeWaitingCards>().RunAsync(office.Municipality, Stop);
        var batch = await office.CreateBatchAsync();

        Assert.Equal(1, waiting.Total);
        Assert.Equal([cards[3].Id], await CardsOfAsync(office, batch));
        Assert.DoesNotContain(told[0].Id, await CardsOfAsync(office, batch));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerks_who_choose_at_the_same_moment_share_no_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(40);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => office.Staff<CreateNoticeBatch>().RunAsync(
            new(null, NoticeForm.Label, office.Today, 10), office.ByStaff(), Stop))));

        Assert.Equal(40, outcomes.OfType<CreateNoticeBatch.Created>().Sum(outcome => outcome.Cards));
        Assert.Equal(40, await office.SeeAsync(context => context.NoticeBatchCards.Select(row => row.CardId).Distinct().CountAsync()));
        Assert.Equal(40, await office.SeeAsync(context => context.NoticeBatchCards.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_sent_twice_makes_one_batch(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(3);
        var caller = office.ByStaff();
        Task<CreateNoticeBatch.Outcome> Send() =>
            office.Staff<CreateNoticeBatch>().RunAsync(new(null, NoticeForm.Label, office.Today, 2), caller, Stop);

        var first = await Send();

        Assert.Equal(first, await Send());
        Assert.Equal(1, await office.SeeAsync(context => context.NoticeBatches.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Deadline_in_the_past_and_nobody_waiting_are_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        Task<CreateNoticeBatch.Outcome> Create(int days) =>
            office.Staff<CreateNoticeBatch>().RunAsync(new(null, NoticeForm.Label, office.Today.AddDays(days), 10), office.ByStaff(), Stop);

        Assert.IsType<CreateNoticeBatch.NothingWaiting>(await Create(0));
        Assert.IsType<CreateNoticeBatch.DeadlinePassed>(await Create(-1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_given_up_lets_its_cards_wait_again_and_issues_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var batch = await office.CreateBatchAsync();

        Assert.Equal(new GiveUpNoticeBatch.GivenUp(2), await office.Staff<GiveUpNoticeBatch>().RunAsync(batch, office.ByStaff(), Stop));

        Assert.IsType<PrintOutcome.NothingToPrint>(await office.Staff<IssueNotices>().RunAsync(new(batch), office.ByStaff(), Stop));
        Assert.Equal(2, (await office.Staff<SeeWaitingCards>().RunAsync(office.Municipality, Stop)).Total);
        Assert.Equal(BatchStage.Empty, (await office.Staff<SeeNoticeBatch>().RunAsync(office.Municipality, batch, Stop))!.Stage);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_once_issued_cannot_be_given_up(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var batch = await office.CreateBatchAsync();
        await office.IssueAsync(batch);

        Assert.IsType<GiveUpNoticeBatch.AlreadyIssued>(await office.Staff<GiveUpNoticeBatch>().RunAsync(batch, office.ByStaff(), Stop));
    }

    internal static Task<bool> ChangeAsync(TestOffice office, Guid cardId, Action<Card> change) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeCard, async work =>
        {
            change(await work.Context.Cards.SingleAsync(card => card.Id == cardId));
            work.Record("Changed", cardId);
            return true;
        });

    private static Task<List<Guid>> CardsOfAsync(TestOffice office, Guid batch) => office.SeeAsync(context =>
        context.NoticeBatchCards.Where(row => row.BatchId == batch).OrderBy(row => row.Ordinal).Select(row => row.CardId).ToListAsync());
}
