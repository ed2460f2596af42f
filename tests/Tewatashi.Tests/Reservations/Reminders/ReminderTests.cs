using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Reminders;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Reminders;

/// <summary>再通知: who is due for which stage and why, and what the reminder sets.</summary>
public sealed class ReminderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_due_on_the_day_behind_its_deadline_and_no_sooner(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        office.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(0, await DueAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await DueAsync(office));
        var list = await office.Staff<ListDueReminders>().RunAsync(new(1, 1), office.ByStaff(), CancellationToken.None);
        Assert.Equal((card.Card.SerialNumber, office.Today.AddDays(-91), office.Today.AddDays(-1), 1), Assert.Single(list!.Lines) is var line ? (line.SerialNumber, line.SentOn, line.DeadlineOn, line.Sequence) : default);
        Assert.Null(await office.Staff<ListDueReminders>().RunAsync(new(2, 1), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_suspended_returned_posted_and_missing_cards_are_not_reminded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(6);
        await office.BookAsync(cards[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        await office.Staff<ReturnNotice>().RunAsync(new(new NoticeCode.Reception(cards[2].ReceptionNumber), ReturnReason.UnknownAddress, office.Today), office.ByStaff(), CancellationToken.None);
        await ChangeAsync(office, cards[3].Id, card => card.Route = CardRoute.Post);
        await ChangeAsync(office, cards[4].Id, card => card.LastDayOn = office.Today.AddDays(5));
        office.Clock.Advance(TimeSpan.FromDays(91));

        var list = await office.Staff<ListDueReminders>().RunAsync(new(1, 1), office.ByStaff(), CancellationToken.None);

        Assert.Equal([cards[5].Id], list!.Lines.Select(line => line.CardId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminder_withdraws_the_former_notice_has_a_new_password_and_sets_the_deadline_that_counts(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var first = (await office.SendNoticesAsync())[0];
        var firstOn = office.Today;
        office.Clock.Advance(TimeSpan.FromDays(91));

        var again = Assert.Single(await RemindAsync(office, 1, office.Today.AddDays(30)));

        Assert.NotEqual((first.Number, first.Password), (again.Number, again.Password));
        var notices = await office.SeeAsync(context => context.Notices.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        Assert.Equal([(NoticeState.Withdrawn, 0, 1), (NoticeState.Sent, 1, 2)], notices.Select(row => (row.State, row.Stage, row.Sequence)));
        var dates = await office.SeeAsync(context => NoticeDates.Of(context).SingleAsync());
        Assert.Equal((firstOn, office.Today, 1, office.Today.AddDays(30)), (dates.FirstSentOn, dates.LastReminderSentOn, dates.Stage, dates.DeadlineOn));
        Assert.Equal(0, await DueAsync(office));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_stage_counts_from_the_last_notice_and_sending_again_keeps_the_stage(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await StagesAsync(office, new(ReminderFrom.Deadline, 0, 90), new(ReminderFrom.LastNotice, 20, 30));
        var card = (await office.AddCardsAsync(1))[0];
        await office.SendNoticesAsync();
        office.Clock.Advance(TimeSpan.FromDays(91));
        await RemindAsync(office, 1, office.Today.AddDays(90));
        var made = (ResendNotice.Made)await office.Staff<ResendNotice>().RunAsync(new(card.Id, Large: false, office.Today.AddDays(90)), office.ByStaff(), CancellationToken.None);
        await SendAsync(office, made.BatchId);

        office.Clock.Advance(TimeSpan.FromDays(19));
        Assert.Equal(0, await DueAsync(office, 2));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DueAsync(office, 2));
        await RemindAsync(office, 2, office.Today.AddDays(30));

        Assert.Equal([0, 1, 1, 2], await office.SeeAsync(context => context.Notices.OrderBy(row => row.Sequence).Select(row => row.Stage).ToListAsync()));
        var lines = await office.Staff<SeeReminders>().RunAsync(office.Municipality, CancellationToken.None);
        Assert.Equal([(1, 0, 2), (2, 0, 1)], lines.Select(line => (line.Rule.Stage, line.Due, line.Sent)));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerks_who_remind_at_the_same_moment_share_no_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddNotifiedCardsAsync(20);
        office.Clock.Advance(TimeSpan.FromDays(91));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            office.Staff<CreateReminderBatch>().RunAsync(new(1, Large: false, office.Today, 8), office.ByStaff(), CancellationToken.None))));

        Assert.Equal(20, outcomes.OfType<CreateReminderBatch.Created>().Sum(outcome => outcome.Cards));
        Assert.Equal(20, await office.SeeAsync(context => context.NoticeBatchCards.Select(row => row.CardId).Distinct().CountAsync()));
        Assert.IsType<CreateReminderBatch.NothingDue>(await office.Staff<CreateReminderBatch>().RunAsync(new(1, false, office.Today, 8), office.ByStaff(), CancellationToken.None));
        Assert.IsType<CreateReminderBatch.DeadlinePassed>(await office.Staff<CreateReminderBatch>().RunAsync(new(1, false, office.Today.AddDays(-1), 8), office.ByStaff(), CancellationToken.None));
        Assert.IsType<CreateReminderBatch.NoSuchStage>(await office.Staff<CreateReminderBatch>().RunAsync(new(3, false, office.Today, 8), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stages_are_set_within_bounds_and_one_of_two_wins(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var change = office.Staff<ChangeReminderStages>();
        var now = await change.CurrentAsync(office.Municipality, CancellationToken.None);

        Assert.Equal([(1, ReminderFrom.Deadline, 0, 90)], now.Stages.Select(row => (row.Stage, row.CountedFrom, row.Days, row.DeadlineDays)));
        Assert.IsType<ChangeReminderStages.Refused>(await change.RunAsync(new(now.Version, [new(ReminderFrom.Deadline, 731, 90)]), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ChangeReminderStages.Refused>(await change.RunAsync(new(now.Version, [new(ReminderFrom.Deadline, 0, 13)]), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ChangeReminderStages.TooMany>(await change.RunAsync(new(now.Version, [.. Enumerable.Repeat(new ChangeReminderStages.Stage(ReminderFrom.Deadline, 0, 90), 6)]), office.ByStaff(), CancellationToken.None));
        Assert.Equal(new ChangeReminderStages.Changed(0), await change.RunAsync(new(now.Version, []), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ChangeReminderStages.ChangedMeanwhile>(await change.RunAsync(new(now.Version, [new(ReminderFrom.Deadline, 0, 90)]), office.ByStaff(), CancellationToken.None));
        Assert.Equal(0, await office.SeeAsync(context => context.ReminderStages.CountAsync()));
    }

    /// <summary>A batch of everyone who is due, from the choice to the post.</summary>
    internal static async Task<IReadOnlyList<TestNotices.Paper>> RemindAsync(TestOffice office, int stage, DateOnly deadline)
    {
        var created = Assert.IsType<CreateReminderBatch.Created>(await office.Staff<CreateReminderBatch>().RunAsync(new(stage, Large: false, deadline, 100), office.ByStaff(), CancellationToken.None));
        return await SendAsync(office, created.BatchId);
    }

    private static async Task<IReadOnlyList<TestNotices.Paper>> SendAsync(TestOffice office, Guid batch)
    {
        var papers = await office.IssueAsync(batch);
        await office.ConfirmAsync(batch);
        Assert.IsType<SendNotices.Sent>(await office.Staff<SendNotices>().RunAsync(new(batch, office.Today), office.ByStaff(), CancellationToken.None));
        return papers;
    }

    internal static async Task StagesAsync(TestOffice office, params ChangeReminderStages.Stage[] stages)
    {
        var change = office.Staff<ChangeReminderStages>();
        var now = await change.CurrentAsync(office.Municipality, CancellationToken.None);
        Assert.IsType<ChangeReminderStages.Changed>(await change.RunAsync(new(now.Version, stages), office.ByStaff(), CancellationToken.None));
    }

    private static async Task<int> DueAsync(TestOffice office, int stage = 1) =>
        (await office.Staff<SeeReminders>().RunAsync(office.Municipality, CancellationToken.None)).Single(line => line.Rule.Stage == stage).Due;

    private static Task<int> ChangeAsync(TestOffice office, Guid cardId, Action<Card> change) => office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
    {
        change(await context.Cards.SingleAsync(row => row.Id == cardId));
        return await context.SaveChangesAsync();
    });
}
