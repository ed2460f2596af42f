using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.HandOver.PinForms;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver.Closings;

/// <summary>締め: nothing stays in the tray unexplained, one closing stands for a counter and day, and what is not closed is told the next morning.</summary>
public sealed class ClosingTests
{
    /// <summary>How the rules of closings are broken behind the use cases; each bends a closed day with a kept card and a form in custody.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["締めた窓口のトレイに、理由のないカードは残っていない"] = async context =>
        {
            var closing = await context.CounterClosings.AsNoTracking().SingleAsync();
            var card = await context.Cards.AsNoTracking().FirstAsync(row => row.PlaceKind == PlaceKind.Storage);
            context.Add(new Movement
            {
                Municipality = card.Municipality,
                Id = Ids.New(),
                CardId = card.Id,
                At = closing.ClosedAt,
                FromKind = PlaceKind.Storage,
                FromLocationId = card.LocationId,
                ToKind = PlaceKind.Tray,
                ToCounterId = closing.CounterId,
                ActorId = closing.ClosedBy.ToString(),
            });
            return await context.SaveChangesAsync();
        },
        ["締めは操作ログにある"] = context => context.CounterClosings.ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, DateTimeOffset.UnixEpoch)),
        ["預かった暗証番号設定依頼書の状態は、出し入れの記録に等しい"] = context => context.PinForms.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PinFormState.TakenOut)),
    };

    public static TheoryData<Engine, string> Bends
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var name in Bent.Keys)
            {
                data.Add(Engine.Sqlite, name);
                data.Add(Engine.Postgres, name);
            }

            return data;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_with_a_card_in_the_tray_a_person_waiting_and_one_who_did_not_come_does_not_close(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        day.At(10, 0);
        await day.PickAsync(0);
        await day.PickAsync(1);
        await day.CheckInAsync(0);
        var early = Assert.IsType<CloseCounter.StillOpen>(await CloseAsync(day));
        day.At(17, 15);

        var open = Assert.IsType<CloseCounter.StillOpen>(await CloseAsync(day)).View;

        Assert.Equal(2, early.View.StillComing);
        Assert.Equal((2, 1, 2, 0), (open.ToExplain, open.CheckedIn.Count, open.NotCome.Count, open.StillComing));
        Assert.False(await office.SeeAsync(context => context.CounterClosings.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_that_was_gone_through_closes_with_its_counts(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);

        var closed = Assert.IsType<CloseCounter.Closed>(await CloseAsync(day, oldPapers: 3)).Closing;

        Assert.Equal((1, 1, 1, 0), (closed.HandedOver, closed.NotHandedOver, closed.NoShows, closed.KeptCards));
        Assert.Equal((1, 1, 3, 3), (closed.ReissueFees, closed.ExpressFees, closed.OldPapers, closed.OldPapersCounted));
        Assert.Equal((office.StaffMemberId, (int?)null), (closed.ClosedBy, closed.Differences));
        Assert.Equal(["Closed"], await day.RecordedAsync(OperationKind.CloseCounter));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Old_papers_that_differ_are_told_first_and_both_numbers_stay(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);

        var told = await CloseAsync(day, oldPapers: 2);
        var closed = Assert.IsType<CloseCounter.Closed>(await CloseAsync(day, oldPapers: 2, accepted: true)).Closing;

        Assert.Equal(new CloseCounter.OldPapersDiffer(3, 2), told);
        Assert.Equal((3, 2), (closed.OldPapers, closed.OldPapersCounted));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_of_the_next_day_are_kept_by_one_and_any_other_by_two(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        var tomorrow = (await office.AddNotifiedCardsAsync(1))[0];
        await office.StoreAsync(day.Boxes[0], tomorrow.Card);
        await office.BookForCallerAsync(tomorrow.Id, day.Counter, day.Day.AddDays(1), new TimeOnly(10, 0));
        day.At(16, 0);
        await day.PickAsync(0);
        await day.PickAsync(tomorrow.Card.SerialNumber, day.Day.AddDays(1));
        await office.Staff<MarkNotCome>().RunAsync(new(day.Counter.Id, day.Day), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new KeepInTray.Kept(1), await KeepAsync(day, null, KeptReason.NextDay));
        Assert.IsType<KeepInTray.Nothing>(await KeepAsync(day, null, KeptReason.NextDay));
        Assert.IsType<KeepInTray.NotForNextDay>(await KeepAsync(day, day.Cards[0].Id, KeptReason.NextDay));
        Assert.IsType<KeepInTray.SecondNeeded>(await KeepAsync(day, day.Cards[0].Id, KeptReason.LockedAway));
        Assert.IsType<KeepInTray.SecondRefused>(await KeepAsync(day, day.Cards[0].Id, KeptReason.LockedAway, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<CloseCounter.StillOpen>(await CloseAsync(day));
        Assert.Equal(new KeepInTray.Kept(1), await KeepAsync(day, day.Cards[0].Id, KeptReason.LockedAway, signature));
        var closed = Assert.IsType<CloseCounter.Closed>(await CloseAsync(day)).Closing;

        Assert.Equal(2, closed.KeptCards);
        var kept = await office.SeeAsync(context => context.KeptCards.AsNoTracking().ToDictionaryAsync(row => row.CardId));
        Assert.Equal((KeptReason.NextDay, (Guid?)null), (kept[tomorrow.Id].Reason, kept[tomorrow.Id].SecondId));
        Assert.Equal((KeptReason.LockedAway, office.StaffMemberId, (Guid?)second.Id), (kept[day.Cards[0].Id].Reason, kept[day.Cards[0].Id].SignedBy, kept[day.Cards[0].Id].SecondId));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closed_counter_takes_no_card_and_no_person_until_it_is_reopened_the_same_day(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await EndAsync(day);
        var tomorrow = (await office.AddNotifiedCardsAsync(1))[0];
        await office.StoreAsync(day.Boxes[0], tomorrow.Card);
        await office.BookForCallerAsync(tomorrow.Id, day.Counter, day.Day.AddDays(1), new TimeOnly(10, 0));
        await CloseAsync(day, oldPapers: 3);

        Assert.IsType<PickCard.CounterClosed>(await day.PickAsync(tomorrow.Card.SerialNumber, day.Day.AddDays(1)));
        Assert.IsType<CheckInWalkIn.CounterClosed>(await office.Staff<CheckInWalkIn>().RunAsync(new(day.Cards[3].Id, day.Counter.Id, RecipientKind.Applicant), office.ByStaff(), CancellationToken.None));
        Assert.IsType<CancelHandOver.CounterClosed>(await office.Staff<CancelHandOver>().RunAsync(
            new((await day.ReservationAsync(0)).Id, day.Cards[0].Card.SerialNumber, HandOverCancelReason.OwnWish, signature), office.ByStaff(), CancellationToken.None));
        Assert.IsType<ReopenCounter.Reopened>(await ReopenAsync(day));
        Assert.IsType<ReopenCounter.NotClosed>(await ReopenAsync(day));
        Assert.IsType<PickCard.Picked>(await day.PickAsync(tomorrow.Card.SerialNumber, day.Day.AddDays(1)));
        Assert.IsType<CloseCounter.StillOpen>(await CloseAsync(day, oldPapers: 3));
        await KeepAsync(day, null, KeptReason.NextDay);
        Assert.IsType<CloseCounter.Closed>(await CloseAsync(day, oldPapers: 3));
        day.After(1);
        Assert.IsType<ReopenCounter.OtherDay>(await ReopenAsync(day));

        Assert.Equal(2, await office.SeeAsync(context => context.CounterClosings.CountAsync()));
        Assert.Equal(["Closed", "Closed"], await day.RecordedAsync(OperationKind.CloseCounter));
        Assert.Equal(["Opened"], await day.RecordedAsync(OperationKind.ReopenCounter));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Four_who_close_at_once_close_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CloseAsync(day, oldPapers: 3))));

        Assert.Single(outcomes.OfType<CloseCounter.Closed>());
        Assert.Equal(3, outcomes.OfType<CloseCounter.AlreadyClosed>().Count());
        Assert.Equal(1, await office.SeeAsync(context => context.CounterClosings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pick_and_closing_at_once_leave_no_card_in_a_closed_tray(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);
        var tomorrow = await office.AddNotifiedCardsAsync(4);
        foreach (var (index, card) in tomorrow.Index())
        {
            await office.StoreAsync(day.Boxes[0], card.Card);
            await office.BookForCallerAsync(card.Id, day.Counter, day.Day.AddDays(1), new TimeOnly(10, 0).AddMinutes(15 * index));
        }

        var closing = Task.Run(() => CloseAsync(day, oldPapers: 3));
        var picks = tomorrow.Select(card => Task.Run(() => day.PickAsync(card.Card.SerialNumber, day.Day.AddDays(1)))).ToList();
        await Task.WhenAll(picks);
        var closed = await closing is CloseCounter.Closed;

        // The closing came before all of them, or it saw a card and refused.
        Assert.Equal(closed ? 0 : 1, picks.Any(pick => pick.Result is PickCard.Picked) ? 1 : 0);
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counter_that_was_not_closed_is_told_the_next_morning_until_it_is(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);
        var sameDay = await UnclosedAsync(office);
        day.After(1);

        var morning = await UnclosedAsync(office);
        var closed = await CloseAsync(day, oldPapers: 3);

        Assert.Empty(sameDay);
        Assert.Equal(new ListUnclosed.Unclosed(day.Counter.Id, day.Counter.Name, day.Day), Assert.Single(morning));
        Assert.IsType<CloseCounter.Closed>(closed);
        Assert.Empty(await UnclosedAsync(office));
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Rule_that_is_broken_is_named_by_the_check(Engine engine, string rule)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await EndAsync(day);
        await office.Staff<ReceivePinForm>().RunAsync(new(day.Cards[1].Card.SerialNumber, day.Counter.Id, PinFormReason.PersonLeft), office.ByStaff(), CancellationToken.None);
        Assert.IsType<CloseCounter.Closed>(await CloseAsync(day, oldPapers: 3));

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    /// <summary>17:15: the first card handed over with both fees and three old papers, the second refused, the third's person did not come, the fourth was cancelled; the tray is empty.</summary>
    internal static async Task EndAsync(TestDay day)
    {
        var office = day.Office;
        day.At(10, 0);
        foreach (var card in new[] { 0, 1, 2 }) Assert.IsType<PickCard.Picked>(await day.PickAsync(card));
        foreach (var card in new[] { 0, 1 }) Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(card));
        var form = await day.GoodFormAsync();
        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(form with
        {
            Answers = new Dictionary<string, int>(form.Answers) { [Checklist.FeeReissue] = 1, [Checklist.FeeExpress] = 1 },
            TakenBack = [new(OldPaperKind.NotificationCard, OldPaperHandling.Kept, 2), new(OldPaperKind.RegisterCard, OldPaperHandling.Kept, 1), new(OldPaperKind.FormerCard, OldPaperHandling.Punched, 1)],
        }));
        await office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync(1)).Id, NotHandedOverReason.OwnWish), office.ByStaff(), CancellationToken.None);
        await office.Staff<CancelVisit>().RunAsync(new(day.Booked[3].VisitId), office.ByStaff(), CancellationToken.None);
        day.At(17, 15);
        Assert.Equal(1, await office.Staff<MarkNotCome>().RunAsync(new(day.Counter.Id, day.Day), office.ByStaff(), CancellationToken.None));
        foreach (var card in new[] { 1, 2 })
            Assert.IsType<ReshelveCard.Reshelved>(await office.Staff<ReshelveCard>().RunAsync(new(day.Cards[card].Id, day.Boxes[0]), office.ByStaff(), CancellationToken.None));
    }

    internal static Task<CloseCounter.Outcome> CloseAsync(TestDay day, int oldPapers = 0, bool accepted = false) =>
        day.Office.Staff<CloseCounter>().RunAsync(new(day.Counter.Id, day.Day, oldPapers, accepted), day.Office.ByStaff(), CancellationToken.None);

    private static Task<ReopenCounter.Outcome> ReopenAsync(TestDay day) => day.Office.Staff<ReopenCounter>().RunAsync(new(day.Counter.Id, day.Day), day.Office.ByStaff(), CancellationToken.None);

    private static Task<KeepInTray.Outcome> KeepAsync(TestDay day, Guid? cardId, KeptReason reason, SecondSignature? second = null) =>
        day.Office.Staff<KeepInTray>().RunAsync(new(day.Counter.Id, day.Day, cardId, reason, second), day.Office.ByStaff(), CancellationToken.None);

    private static Task<IReadOnlyList<ListUnclosed.Unclosed>> UnclosedAsync(TestOffice office) => office.Staff<ListUnclosed>().RunAsync(office.Municipality, CancellationToken.None);
}
