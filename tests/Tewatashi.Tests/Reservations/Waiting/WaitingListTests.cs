using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Waiting;

/// <summary>空き待ち: a freed seat goes to one person at a time, in the order of the wishes, and is sold to nobody else meanwhile.</summary>
public sealed class WaitingListTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Freed_seat_is_offered_to_the_one_who_has_waited_longest_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        var first = await office.WaitAsync(cards[1], counter, Day);
        var second = await office.WaitAsync(cards[2], counter, Day);
        Assert.Equal(0, await office.OfferAsync());

        await office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), office.ByResident(cards[0].Id), CancellationToken.None);
        Assert.Equal(1, await office.OfferAsync());
        Assert.Equal(0, await office.OfferAsync());

        Assert.NotNull(await office.OpenOfferAsync(first));
        Assert.Null(await office.OpenOfferAsync(second));
        // Kept for that one: nobody else can book it.
        var session = await office.SignInAsync(cards[3]);
        Assert.IsType<HoldSeat.Refused>(await office.HoldAsync(cards[3], session, counter, Day, Ten));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seat_that_one_declines_and_the_next_lets_lapse_goes_on_to_the_third(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var waits = new[] { await office.WaitAsync(cards[0], counter, Day), await office.WaitAsync(cards[1], counter, Day), await office.WaitAsync(cards[2], counter, Day) };

        await office.OfferAsync();
        await office.DeclineAsync(cards[0], waits[0], (await office.OpenOfferAsync(waits[0]))!.Id);
        await office.OfferAsync();
        Assert.Null(await office.OpenOfferAsync(waits[0]));
        var lapsed = (await office.OpenOfferAsync(waits[1]))!;
        office.Clock.Advance(TimeSpan.FromMinutes(180));
        Assert.IsType<AcceptOffer.Gone>(await office.AcceptAsync(cards[1], waits[1], lapsed.Id));
        await office.OfferAsync();
        var outcome = await office.AcceptAsync(cards[2], waits[2], (await office.OpenOfferAsync(waits[2]))!.Id);

        var accepted = Assert.IsType<AcceptOffer.Accepted>(outcome);
        Assert.Equal(cards[2].Id, await office.SeeAsync(context => context.Reservations.Where(row => row.VisitId == accepted.VisitId && row.State == ReservationState.Booked).Select(row => row.CardId).SingleAsync()));
        Assert.Equal([OfferEnd.Declined, OfferEnd.Expired, OfferEnd.Accepted], await office.SeeAsync(context => context.SeatOffers.OrderBy(row => row.OfferedAt).ThenBy(row => row.Id).Select(row => row.EndReason!.Value).ToListAsync()));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accepted_offer_takes_the_place_of_the_later_booking_in_one_stroke(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var later = Day.AddDays(4);
        var blocking = await office.BookAsync(cards[0], counter, Day, Ten);
        var mine = await office.BookAsync(cards[1], counter, later, Ten);
        await office.VerifyMailAsync(mine.VisitId);
        var wait = await office.WaitAsync(cards[1], counter, Day, later.AddDays(9));
        await office.Resident<CancelVisit>().RunAsync(new(blocking.VisitId), office.ByResident(cards[0].Id), CancellationToken.None);
        await office.OfferAsync();
        var offer = (await office.OpenOfferAsync(wait))!;
        Assert.Equal(OfferWay.Mail, offer.Way);

        var accepted = Assert.IsType<AcceptOffer.Accepted>(await office.AcceptAsync(cards[1], wait, offer.Id));

        Assert.Equal((mine.VisitId, mine.Number), (accepted.VisitId, accepted.Number));
        Assert.Equal(Day, await office.SeeAsync(context => context.Visits.Where(row => row.Id == mine.VisitId).Select(row => row.Day).SingleAsync()));
        Assert.Equal([MailKind.Offer, MailKind.Changed], await office.SeeAsync(context => context.Outbox.OrderBy(row => row.Kind == MailKind.Changed).Select(row => row.Kind).ToListAsync()));
        Assert.IsType<HoldSeat.Held>(await office.HoldAsync(cards[0], await office.SignInAsync(cards[0]), counter, later, Ten));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Acceptance_and_expiry_at_the_same_moment_have_one_winner(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        foreach (var card in await office.AddNotifiedCardsAsync(6))
        {
            var wait = await office.WaitAsync(card, counter, Day, Day.AddDays(20));
            await office.OfferAsync();
            var offer = (await office.OpenOfferAsync(wait))!;
            // A worker whose clock is past the end, and a resident just before it.
            var late = new OfferSeats(new Database(office.Provider, DatabaseRole.Worker, new FakeTimeProvider(offer.ExpiresAt)));
            var expiry = Task.Run(() => late.RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));
            var acceptance = Task.Run(() => office.AcceptAsync(card, wait, offer.Id));
            await Task.WhenAll(expiry, acceptance);

            var end = await office.SeeAsync(context => context.SeatOffers.Where(row => row.Id == offer.Id).Select(row => row.EndReason).SingleAsync());
            Assert.Equal(await acceptance is AcceptOffer.Accepted ? OfferEnd.Accepted : OfferEnd.Expired, end);
            Assert.Empty(await office.CheckAsync());
            await office.Resident<LeaveWaitingList>().RunAsync(new(wait), office.ByResident(card.Id), CancellationToken.None);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_workers_at_once_offer_each_seat_once_and_in_order(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync(booths: 3);
        var waits = new List<Guid>();
        foreach (var card in await office.AddNotifiedCardsAsync(5)) waits.Add(await office.WaitAsync(card, counter, Day));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new OfferRounds(office.Worker<Database>(), office.Worker<OfferSeats>()).RunAsync(CancellationToken.None))));

        var offered = new List<bool>();
        foreach (var wait in waits) offered.Add(await office.OpenOfferAsync(wait) is not null);
        Assert.Equal([true, true, true, false, false], offered);
        // Without the claims too: two that look at the same moment sell nothing twice.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.OfferAsync)));
        Assert.Equal(3, await office.SeeAsync(context => context.SeatOffers.CountAsync()));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_is_not_offered_a_seat_too_short_for_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var family = await office.WaitAsync(cards[0], counter, Day, null, cards[1]);
        var single = await office.WaitAsync(cards[2], counter, Day);

        await office.OfferAsync();

        Assert.Null(await office.OpenOfferAsync(family));
        Assert.NotNull(await office.OpenOfferAsync(single));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stopped_card_is_passed_over_until_it_may_be_collected_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var stopped = await office.WaitAsync(cards[0], counter, Day);
        var other = await office.WaitAsync(cards[1], counter, Day);
        await office.Staff<SuspendCard>().RunAsync(new(cards[0].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);

        await office.OfferAsync();

        Assert.Null(await office.OpenOfferAsync(stopped));
        Assert.NotNull(await office.OpenOfferAsync(other));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seat_before_the_first_day_of_the_channel_is_offered_on_the_other_channel_only(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var early = new DateOnly(2026, 11, 26);
        var onWeb = await office.WaitAsync(cards[0], counter, early, Day);
        var byPhone = (JoinWaitingListForCaller.Joined)await office.Staff<JoinWaitingListForCaller>().RunAsync(
            new([new VisitPerson(cards[1].Id, RecipientKind.Applicant)], new WaitingWish(early, early, PartOfDay.Morning, [counter.Id]), Proven: true), office.ByStaff(), CancellationToken.None);

        await office.OfferAsync();

        var forWeb = (await office.OpenOfferAsync(onWeb))!;
        var forCaller = (await office.OpenOfferAsync(byPhone.WaitingId))!;
        Assert.Equal(Day, await office.SeeAsync(context => context.Visits.Where(row => row.Id == forWeb.VisitId).Select(row => row.Day).SingleAsync()));
        Assert.Equal(early, await office.SeeAsync(context => context.Visits.Where(row => row.Id == forCaller.VisitId).Select(row => row.Day).SingleAsync()));
        Assert.Equal(OfferWay.Call, forCaller.Way);
        Assert.Equal(new[] { cards[0].Id, cards[1].Id }.Order(), (await LiveCallsAsync(office)).Order());
        Assert.IsType<AcceptOffer.Accepted>(await office.Staff<AcceptOffer>().RunAsync(new(byPhone.WaitingId, forCaller.Id), office.ByStaff(), CancellationToken.None));
        Assert.Equal([cards[0].Id], await LiveCallsAsync(office));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seat_after_the_last_day_of_the_card_is_offered_to_someone_else(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReceivableAfterDeadline, false)));
        var limited = (await office.AddNotifiedCardsAsync(1, deadlineOn: Day))[0];
        var free = (await office.AddNotifiedCardsAsync(1))[0];
        var blocking = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(blocking, counter, Day, Ten);
        var first = await office.WaitAsync(limited, counter, Day, Day.AddDays(3));
        var second = await office.WaitAsync(free, counter, Day, Day.AddDays(3));

        await office.OfferAsync();

        Assert.Null(await office.OpenOfferAsync(first));
        Assert.NotNull(await office.OpenOfferAsync(second));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wait_ends_by_itself_when_its_point_is_gone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var otherwise = await office.WaitAsync(cards[0], counter, Day, Day.AddDays(5));
        await office.BookAsync(cards[0], counter, Day, Ten);
        var spanOver = await office.WaitAsync(cards[1], counter, Day);
        var collected = await office.WaitAsync(cards[2], counter, Day, Day.AddDays(30));
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Cards.Where(row => row.Id == cards[2].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.HandedOver)));
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(3, await office.Worker<EndWaits>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));

        Assert.Equal(
            new Dictionary<Guid, WaitingEnd> { [otherwise] = WaitingEnd.BookedOtherwise, [spanOver] = WaitingEnd.SpanOver, [collected] = WaitingEnd.NotCollectable },
            await office.SeeAsync(context => context.WaitingEntries.ToDictionaryAsync(row => row.Id, row => row.EndReason!.Value)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wait_of_someone_who_never_answers_ends_after_three_offers(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var wait = await office.WaitAsync((await office.AddNotifiedCardsAsync(1))[0], counter, Day, Day.AddDays(20));
        for (var time = 0; time < OfferSeats.Unanswered; time++)
        {
            Assert.Equal(1, await office.OfferAsync());
            Assert.Equal(0, await office.Worker<EndWaits>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));
            office.Clock.Advance(TimeSpan.FromDays(1));
            await office.Worker<EndExpiredHolds>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);
        }

        Assert.Equal(1, await office.Worker<EndWaits>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));

        Assert.Equal(WaitingEnd.NoAnswer, await office.SeeAsync(context => context.WaitingEntries.Where(row => row.Id == wait).Select(row => row.EndReason!.Value).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lapsed_offer_gives_its_seat_to_the_next_taker_without_any_worker(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var wait = await office.WaitAsync(cards[0], counter, Day);
        await office.OfferAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(180));

        Assert.IsType<HoldSeat.Held>(await office.HoldAsync(cards[1], await office.SignInAsync(cards[1]), counter, Day, Ten));

        Assert.Null(await office.OpenOfferAsync(wait));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaving_gives_an_offered_seat_back(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var wait = await office.WaitAsync(card, counter, Day);
        await office.OfferAsync();

        Assert.True(await office.Resident<LeaveWaitingList>().RunAsync(new(wait), office.ByResident(card.Id), CancellationToken.None));
        Assert.False(await office.Resident<LeaveWaitingList>().RunAsync(new(wait), office.ByResident(card.Id), CancellationToken.None));

        Assert.Equal(OfferEnd.Withdrawn, await office.SeeAsync(context => context.SeatOffers.Select(row => row.EndReason!.Value).SingleAsync()));
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_waits_once_whatever_is_pressed_and_nobody_touches_anothers_wait(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var session = await office.SignInAsync(cards[0]);
        var wish = new WaitingWish(Day, Day, PartOfDay.Any, [counter.Id]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            office.Resident<JoinWaitingList>().RunAsync(new(session, wish), office.ByResident(cards[0].Id), CancellationToken.None))));

        var joined = Assert.Single(outcomes.OfType<JoinWaitingList.Joined>());
        Assert.All(outcomes.OfType<JoinWaitingList.Refused>(), refused => Assert.IsType<WaitingRefusal.AlreadyWaiting>(refused.Why));
        await office.OfferAsync();
        var offer = (await office.OpenOfferAsync(joined.WaitingId))!;
        Assert.IsType<AcceptOffer.NotFound>(await office.AcceptAsync(cards[1], joined.WaitingId, offer.Id));
        Assert.IsType<DeclineOffer.Gone>(await office.DeclineAsync(cards[1], joined.WaitingId, offer.Id));
        Assert.Null(await office.Resident<ViewWait>().RunAsync(new(cards[0].Id), office.ByResident(cards[1].Id), CancellationToken.None));
        Assert.NotNull(await office.OpenOfferAsync(joined.WaitingId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accepting_twice_books_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var wait = await office.WaitAsync(card, counter, Day);
        await office.OfferAsync();
        var offer = (await office.OpenOfferAsync(wait))!;
        var form = office.ByResident(card.Id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Resident<AcceptOffer>().RunAsync(new(wait, offer.Id), form, CancellationToken.None))));

        Assert.Single(outcomes.Select(outcome => Assert.IsType<AcceptOffer.Accepted>(outcome).VisitId).Distinct());
        Assert.Empty(await office.CheckAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proxys_name_goes_with_the_wait_and_into_the_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync(minutes: 30);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var session = await office.SignInAsync(card, RecipientKind.VoluntaryProxy);
        var joined = (JoinWaitingList.Joined)await office.Resident<JoinWaitingList>().RunAsync(
            new(session, new WaitingWish(Day, Day, PartOfDay.Any, [counter.Id])), office.ByResident(card.Id), CancellationToken.None);
        await office.OfferAsync();

        await office.AcceptAsync(card, joined.WaitingId, (await office.OpenOfferAsync(joined.WaitingId))!.Id);

        Assert.Equal(1, await office.SeeAsync(context => context.ProxyNames.CountAsync()));
        Assert.Null(await office.SeeAsync(context => context.WaitingPersons.Select(row => row.ProxyKanaName).SingleAsync()));
    }

    public static TheoryData<Engine, string> Plants
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

    internal static readonly Dictionary<string, Func<TewatashiContext, Task<int>>> Bent = new()
    {
        ["ご案内中の枠は、そのために押さえられている"] = context => context.Visits.Where(row => row.OfferId != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.OfferId, (Guid?)null)),
        ["ご案内のために押さえた枠には、続いているご案内がある"] = context => EndOffersAsync(context, OfferEnd.Expired),
        ["ご案内中の枠にはまだ予約がない"] = async context =>
        {
            var offer = await context.SeatOffers.AsNoTracking().SingleAsync();
            var cardId = await context.WaitingPersons.Select(row => row.CardId).FirstAsync();
            context.Add(new Reservation { Municipality = offer.Municipality, Id = Ids.New(), VisitId = offer.VisitId, CardId = cardId, Ordinal = 1, RecipientKind = RecipientKind.Applicant, Minutes = 15, State = ReservationState.Held });
            return await context.SaveChangesAsync();
        },
        ["終わった空き待ちに、続いているご案内はない"] = context => context.WaitingEntries.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, row => (DateTimeOffset?)row.CreatedAt).SetProperty(row => row.EndReason, WaitingEnd.Left)),
        ["ご案内を受けた空き待ちは終わっている"] = context => EndOffersAsync(context, OfferEnd.Accepted),
        ["ご案内の期限は夜(20時から8時)に来ない"] = context => context.SeatOffers.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.ExpiresAt, Tewatashi.Time.JapanTime.InstantOf(Day, new TimeOnly(3, 0)))),
    };

    [Theory, MemberData(nameof(Plants))]
    public async Task Check_names_the_rule_of_the_waiting_list_that_was_broken(Engine engine, string rule)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        await office.WaitAsync((await office.AddNotifiedCardsAsync(1))[0], counter, Day);
        await office.OfferAsync();
        Assert.Empty(await office.CheckAsync());

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        Assert.Contains(await office.CheckAsync(), line => line.Contains(rule, StringComparison.Ordinal));
        Assert.Equal(Bent.Keys.Order(), WaitingInvariants.All.Select(invariant => invariant.Name).Order());
    }

    private static Task<List<Guid>> LiveCallsAsync(TestOffice office) =>
        office.SeeAsync(context => context.Calls.Where(row => row.Reason == CallReason.Offer && CallList.Live.Contains(row.State)).Select(row => row.CardId).ToListAsync());

    private static Task<int> EndOffersAsync(TewatashiContext context, OfferEnd end) => context.SeatOffers.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.EndedAt, row => (DateTimeOffset?)row.OfferedAt).SetProperty(row => row.EndReason, end));
}
