using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver.Post;
using Tewatashi.Lists;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver.Post;

/// <summary>郵送交付: PIN set, posted, delivered; or back, and for the counter like any other.</summary>
public sealed class MailRouteTests
{
    private const string Tracking = "123-45-67890-1";

    /// <summary>How the rules of the mail route are broken behind the use cases; each bends a card that is in the post.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Bent = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["郵送中のカードには、終わっていない郵送の記録がある"] = context => context.Postings.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, PostingState.Returned).SetProperty(row => row.ReturnReason, PostReturnReason.Refused)
            .SetProperty(row => row.EndedAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.EndedBy, row => row.PostedBy)),
        ["暗証番号設定済のカードに、有効な予約はない"] = context => context.Cards.Where(row => context.Reservations.Any(booked => booked.CardId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.PinSet)),
        ["郵送と、その終わりは操作ログにある"] = context => context.Postings.ExecuteUpdateAsync(set => set.SetProperty(row => row.PostedAt, DateTimeOffset.UnixEpoch)),
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
    public async Task Card_posted_and_delivered_is_handed_over_without_a_notice_or_a_booking(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;

        Assert.IsType<SetPin.PinSet>(await office.SetPinAsync(card));
        Assert.IsType<SetPin.AlreadySet>(await office.SetPinAsync(card));
        Assert.Equal((CardProgress.PinSet, CardStatus.PinSet), await StandsAsync(office, card));
        Assert.IsType<PostCard.Posted>(await office.PostAsync(card));
        Assert.Equal((CardProgress.PinSet, CardStatus.Posted), await StandsAsync(office, card));
        office.Clock.Advance(TimeSpan.FromDays(2));
        var delivered = Assert.IsType<DeliverCard.Delivered>(await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber)));
        Assert.IsType<DeliverCard.AlreadyDelivered>(await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber)));

        Assert.Equal(card.Id, delivered.CardId);
        Assert.Equal((CardProgress.HandedOver, CardStatus.HandedOver), await StandsAsync(office, card));
        var after = await CardAsync(office, card);
        Assert.Equal((Place.WithResident, office.Clock.GetUtcNow()), (after.Place, after.HandedOverAt));
        Assert.Equal(0, await office.SeeAsync(context => context.Notices.CountAsync()));
        Assert.Equal(0, (await office.Staff<SeeWaitingCards>().RunAsync(office.Municipality, CancellationToken.None)).Total);
        await AssertSoundAsync(office);
        var history = ((ViewCard.Shown)await office.Staff<ViewCard>().RunAsync(new(card.Id, WithNames: false), office.ByStaff(), CancellationToken.None)).View.History;
        Assert.Equal(["郵送したカードの配達の記録", "カードの郵送", "暗証番号設定の記録"], history.Select(line => line.What).Take(3));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tracking_number_is_taken_only_under_a_decision_and_keeps_its_number(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        await office.SetPinAsync(card);

        Assert.IsType<PostCard.TrackingNotAllowed>(await office.PostAsync(card, Tracking));
        Assert.Equal(0, await office.SeeAsync(context => context.Postings.CountAsync()));
        await office.DecideTrackingAsync();
        Assert.Equal(new PostCard.TrackingMissing(card.Id), await office.PostAsync(card));
        Assert.IsType<PostCard.Posted>(await office.PostAsync(card, Tracking));

        var posting = await office.SeeAsync(context => context.Postings.AsNoTracking().SingleAsync());
        Assert.Equal(("12345678901", "情個審第12号"), (posting.TrackingNumber?.Value, posting.TrackingDecision));
        Assert.DoesNotContain(await office.SeeAsync(context => context.Audit.Select(row => row.Detail).ToListAsync()), detail => detail?.Contains("12345678901", StringComparison.Ordinal) == true);
        Assert.IsType<DeliverCard.Delivered>(await office.DeliverAsync(new PostedCode.Tracking(TrackingNumber.Parse(Tracking))));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_cards_do_not_go_under_one_tracking_number(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var other = (await office.AddPostCardsAsync(box))[0];
        await office.DecideTrackingAsync();
        await office.PostedAsync(card, Tracking);
        await office.SetPinAsync(other);

        Assert.IsType<PostCard.TrackingInUse>(await office.PostAsync(other, Tracking));

        Assert.Equal(PlaceKind.Storage, (await CardAsync(office, other)).PlaceKind);
        Assert.IsType<PostCard.Posted>(await office.PostAsync(other, "123-45-67890-2"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_came_back_is_for_the_counter_is_notified_and_can_be_booked_on_the_web(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var counter = await office.AddCounterAsync();
        await office.PostedAsync(card);
        office.Clock.Advance(TimeSpan.FromDays(1));

        var back = Assert.IsType<TakeBackPosted.TakenBack>(await office.TakeBackAsync(card, box));
        Assert.IsType<TakeBackPosted.NotPosted>(await office.TakeBackAsync(card, box));

        Assert.Equal((card.Id, 1), (back.CardId, back.Fill.Cards));
        var after = await CardAsync(office, card);
        Assert.Equal((CardRoute.Counter, CardProgress.Prepared, PlaceKind.Storage, null), (after.Route, after.Progress, after.PlaceKind, after.PinSetAt));
        Assert.Equal(1, (await office.Staff<SeeWaitingCards>().RunAsync(office.Municipality, CancellationToken.None)).Total);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var paper = Assert.Single(await office.SendNoticesAsync());
        var notice = await office.SeeAsync(context => context.Notices.AsNoTracking().SingleAsync());
        await office.BookAsync(new NotifiedCard(after, notice.Id, paper.Number, paper.Password), counter, new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        Assert.Equal((CardProgress.Prepared, CardStatus.Booked), await StandsAsync(office, card));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_of_the_mail_route_cannot_be_booked_on_the_web_nor_by_telephone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Cards.Where(row => row.Id == cards[0].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Route, CardRoute.Post)));

        var session = await office.SignInAsync(cards[0]);
        var held = await office.HoldAsync(cards[0], session, counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        var shown = await office.Resident<ViewBooking>().RunAsync(new(cards[0].Id), office.ByResident(cards[0].Id), CancellationToken.None);

        Assert.IsNotType<HoldSeat.Held>(held);
        Assert.Equal(BookingRefusal.SentByPost, shown?.WhyNot);
        Assert.IsNotType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[0].Id, counter, TestCounters.FirstWebDay, new TimeOnly(10, 0)));
        await office.BookAsync(cards[1], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_may_not_go_by_post_is_refused_at_each_step_with_the_reason(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        Assert.Equal(new PostCard.Stopped(card.Id, PostStop.PinNotSet), await office.PostAsync(card));
        await office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        Assert.Equal(new SetPin.Stopped(card.Id, PostStop.Suspended), await office.SetPinAsync(card));
        await office.Staff<LiftSuspension>().RunAsync(new(card.Id, (await CardAsync(office, card)).Version), office.ByStaff(), CancellationToken.None);
        await office.SetPinAsync(card);

        await office.Staff<SuspendCard>().RunAsync(new(card.Id, Suspension.Deceased), office.ByStaff(), CancellationToken.None);
        Assert.Equal(new PostCard.Stopped(card.Id, PostStop.Suspended), await office.PostAsync(card));
        await office.Staff<LiftSuspension>().RunAsync(new(card.Id, (await CardAsync(office, card)).Version), office.ByStaff(), CancellationToken.None);
        await office.Staff<MarkAmendment>().RunAsync(new(card.Id, Needed: true), office.ByStaff(), CancellationToken.None);
        Assert.Equal(new PostCard.Stopped(card.Id, PostStop.AmendmentNeeded), await office.PostAsync(card));
        var counterCard = (await office.AddCardsAsync(1))[0];
        Assert.Equal(new SetPin.Stopped(counterCard.Id, PostStop.ForCounter), await office.SetPinAsync(counterCard));
        Assert.IsType<SetPin.UnknownCard>(await office.Staff<SetPin>().RunAsync(new(SerialNumber.Parse("ZZZ999999")), office.ByStaff(), CancellationToken.None));
        Assert.Equal(0, await office.SeeAsync(context => context.Postings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_address_makes_it_a_card_for_the_counter_with_an_amendment(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        await office.SetPinAsync(card);

        Assert.Equal(new ChangeRoute.Changed(CardRoute.Counter), await ChangeRouteAsync(office, card, CardRoute.Counter, RouteChangeReason.AddressChanged));

        var after = await CardAsync(office, card);
        Assert.Equal((CardRoute.Counter, CardProgress.Prepared, true), (after.Route, after.Progress, after.AmendmentNeeded));
        Assert.IsType<ChangeRoute.OnlyAtCounter>(await ChangeRouteAsync(office, card, CardRoute.Post, RouteChangeReason.OwnWish));
        Assert.Contains("Counter AddressChanged", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ChangeRoute).Select(row => row.Detail).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Route_is_not_changed_in_the_post_nor_for_somebody_who_was_told(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var told = (await office.AddNotifiedCardsAsync(1))[0];
        var free = (await office.AddCardsAsync(1))[0];
        await office.PostedAsync(card);

        Assert.IsType<ChangeRoute.InPost>(await ChangeRouteAsync(office, card, CardRoute.Counter, RouteChangeReason.NameChanged));
        Assert.IsType<ChangeRoute.ToldAlready>(await ChangeRouteAsync(office, told.Card, CardRoute.Post, RouteChangeReason.WrongInFile));
        Assert.IsType<ChangeRoute.Changed>(await ChangeRouteAsync(office, free, CardRoute.Post, RouteChangeReason.WrongInFile));
        await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber));
        Assert.IsType<ChangeRoute.Over>(await ChangeRouteAsync(office, card, CardRoute.Counter, RouteChangeReason.OwnWish));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_recorded_by_mistake_is_taken_back_the_same_day_by_two(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var (second, signature) = await office.AddSecondAsync();
        await office.PostedAsync(card);
        Assert.IsType<CancelDelivery.NotDelivered>(await CancelAsync(office, card, signature));
        await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<CancelDelivery.SecondRefused>(await CancelAsync(office, card, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<CancelDelivery.SamePerson>(await CancelAsync(office, card, signature, by: second.Id));
        Assert.Equal(CardProgress.HandedOver, (await CardAsync(office, card)).Progress);
        Assert.IsType<CancelDelivery.Cancelled>(await CancelAsync(office, card, signature));

        var after = await CardAsync(office, card);
        Assert.Equal((CardProgress.PinSet, Place.Posted, null), (after.Progress, after.Place, after.HandedOverAt));
        var posting = await office.SeeAsync(context => context.Postings.AsNoTracking().SingleAsync());
        Assert.Equal((PostingState.Posted, office.StaffMemberId, second.Id), (posting.State, posting.CancelledBy, posting.CancelledWith));
        await AssertSoundAsync(office);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<CancelDelivery.OtherDay>(await CancelAsync(office, card, signature));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerks_who_scan_one_card_at_once_post_and_deliver_it_once(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        await office.SetPinAsync(card);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        var posted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.PostAsync(card))));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var ended = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () => i % 2 == 0
            ? (object)await office.DeliverAsync(new PostedCode.Serial(card.SerialNumber))
            : await office.TakeBackAsync(card, box))));

        Assert.Single(posted.OfType<PostCard.Posted>());
        Assert.Equal(3, posted.OfType<PostCard.Stopped>().Count(stopped => stopped.Stop == PostStop.InPost));
        Assert.Equal(1, ended.Count(outcome => outcome is DeliverCard.Delivered or TakeBackPosted.TakenBack));
        Assert.Equal(1, await office.SeeAsync(context => context.Postings.CountAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_counts_what_is_in_the_post_and_marks_what_is_there_too_long(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var others = await office.AddPostCardsAsync(box, 4);
        await office.PostedAsync(card);
        office.Clock.Advance(TimeSpan.FromDays(13));
        await office.PostedAsync(others[0]);
        await office.PostedAsync(others[1]);
        await office.TakeBackAsync(others[1], box, PostReturnReason.UnknownAddress);
        await office.SetPinAsync(others[2]);

        var before = await SeeAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        var view = await SeeAsync(office);

        Assert.Equal((0, 1), (before.Overdue, view.Overdue));
        Assert.Equal([2, 1, 1, 0], Enum.GetValues<PostFilter>().Select(filter => view.Counts[filter]));
        foreach (var filter in Enum.GetValues<PostFilter>()) Assert.Equal(view.Counts[filter], (await RowsAsync(office, ("State", filter.ToString()))).Count);
        Assert.Equal(4, (await RowsAsync(office)).Count); // the one that came back is handed over at the counter
        Assert.Equal([(card.SerialNumber.Display, "14日 超過"), (others[0].SerialNumber.Display, "1日")], await RowsAsync(office, ("State", "InPost")));
        Assert.Equal([(card.SerialNumber.Display, "14日 超過")], await RowsAsync(office, ("Until", $"{view.OverdueSince:yyyy-MM-dd}")));
        Assert.Equal([(others[0].SerialNumber.Display, "1日")], await RowsAsync(office, ("From", $"{view.OverdueSince.AddDays(1):yyyy-MM-dd}")));
        Assert.Equal(1, view.Returned[PostReturnReason.UnknownAddress]);
        Assert.Equal(PostReturnReason.UnknownAddress.ToString(), await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.TakeBackPosted).Select(row => row.Detail).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_of_delivery_is_neither_in_the_future_nor_before_the_post(Engine engine)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        await office.PostedAsync(card);
        var code = new PostedCode.Serial(card.SerialNumber);

        Assert.Equal(new DeliverCard.WrongDay(office.Today, office.Today), await office.DeliverAsync(code, office.Today.AddDays(1)));
        Assert.Equal(new DeliverCard.WrongDay(office.Today, office.Today), await office.DeliverAsync(code, office.Today.AddDays(-1)));
        Assert.IsType<DeliverCard.Unknown>(await office.DeliverAsync(new PostedCode.Tracking(TrackingNumber.Parse(Tracking))));
        await office.TakeBackAsync(card, box);
        Assert.IsType<DeliverCard.NotPosted>(await office.DeliverAsync(code));
    }

    [Theory]
    [InlineData("１２３−４５−６７８９０−１", "12345678901")]
    [InlineData("A12345678901A", "12345678901")]
    [InlineData("123456789018", null)]
    [InlineData("1234567890", null)]
    [InlineData("1234567890x", null)]
    public void Tracking_number_is_eleven_digits_and_never_twelve(string typed, string? value)
    {
        Assert.Equal(value is not null, TrackingNumber.TryParse(typed, out var read));
        Assert.Equal(value, read?.Value);
    }

    [Theory, MemberData(nameof(Bends))]
    public async Task Check_after_a_rule_of_the_mail_route_was_broken_names_it(Engine engine, string rule)
    {
        var (office, box, card) = await OpenAsync(engine);
        await using var _ = office;
        var counter = await office.AddCounterAsync();
        await office.BookAsync((await office.AddNotifiedCardsAsync(1))[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        await office.PostedAsync(card);
        await AssertSoundAsync(office);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(rule, (await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations.Select(row => row.Invariant));
    }

    /// <summary>An office with one card for the post in its first box.</summary>
    internal static async Task<(TestOffice Office, LocationPath Box, Card Card)> OpenAsync(Engine engine)
    {
        var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync())[0];
        return (office, box, (await office.AddPostCardsAsync(box))[0]);
    }

    private static Task<Card> CardAsync(TestOffice office, Card card) => office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == card.Id));

    private static async Task<(CardProgress, CardStatus)> StandsAsync(TestOffice office, Card card)
    {
        var view = ((ViewCard.Shown)await office.Staff<ViewCard>().RunAsync(new(card.Id, WithNames: false), office.ByStaff(), CancellationToken.None)).View;
        return (view.Card.Progress, view.Status);
    }

    private static Task<ChangeRoute.Outcome> ChangeRouteAsync(TestOffice office, Card card, CardRoute to, RouteChangeReason reason) =>
        office.Staff<ChangeRoute>().RunAsync(new(card.Id, to, reason), office.ByStaff(), CancellationToken.None);

    private static Task<CancelDelivery.Outcome> CancelAsync(TestOffice office, Card card, SecondSignature signature, Guid? by = null) =>
        office.Staff<CancelDelivery>().RunAsync(
            new(new PostedCode.Serial(card.SerialNumber), signature), by is { } id ? office.ByStaff() with { Actor = Actor.Staff(id, "Counter") } : office.ByStaff(), CancellationToken.None);

    private static Task<SeePostings.View> SeeAsync(TestOffice office) => office.Staff<SeePostings>().RunAsync(office.Municipality, CancellationToken.None);

    /// <summary>Number and days in the post of each card that the filter names.</summary>
    private static async Task<IReadOnlyList<(object? Serial, object? Days)>> RowsAsync(TestOffice office, params IEnumerable<(string Key, string Value)> filter)
    {
        var list = new PostingList();
        var days = list.Columns.ToList().FindIndex(column => column.Code == "Days");
        var view = await office.Staff<SeeList>().RunAsync(new(new(list, ListFilter.Of(list, filter)), 1), office.ByStaff(), CancellationToken.None);
        return [.. view.Lines.Select(line => (line.Cells[0].Value, line.Cells[days].Value))];
    }

    private static async Task AssertSoundAsync(TestOffice office) =>
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
