using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>Rules across the machines: which card may be booked, each refusal by its name.</summary>
public sealed class BookableTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_whose_notice_was_not_sent_is_for_the_telephone_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1, NoticeState.Printed))[0];

        Assert.Equal(BookingRefusal.NotNotified, await WhyNotOnWebAsync(office, card, counter.Id));
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_not_prepared_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];

        Assert.Equal(NotBookable(card.Id, BookingRefusal.NotPrepared), await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_handed_over_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident))[0];

        Assert.Equal(NotBookable(card.Id, BookingRefusal.HandedOver), await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspended_card_is_refused_and_its_reason_stays_hidden(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        foreach (var card in cards) await office.BookAsync(card, counter, Day, Ten);
        await ChangeAsync(office, cards[0], set => set.Suspension = Suspension.AskAtCounter);
        await ChangeAsync(office, cards[1], set => set.Suspension = Suspension.MovedOut);

        var atCounter = await office.Resident<ViewBooking>().RunAsync(new(cards[0].Id), office.ByResident(cards[0].Id), CancellationToken.None);
        var movedOut = await office.Resident<ViewBooking>().RunAsync(new(cards[1].Id), office.ByResident(cards[1].Id), CancellationToken.None);
        var staff = await office.Staff<ViewBooking>().RunAsync(new(cards[0].Id), office.ByStaff(), CancellationToken.None);

        Assert.Equal(BookingRefusal.Suspended, atCounter!.WhyNot);
        Assert.Equal(BookingRefusal.Suspended, movedOut!.WhyNot);
        Assert.Null(atCounter.Visit);
        Assert.NotNull(staff!.Visit);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_suspended_after_the_hold_is_not_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        await ChangeAsync(office, card, set => set.Suspension = Suspension.Deceased);

        var outcome = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.Equal(new BookVisit.Refused(new SeatRefusal.NotBookable(card.Id, BookingRefusal.Suspended)), outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missing_card_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddCardsAsync(1, CardProgress.Prepared, new Place(PlaceKind.Missing)))[0];

        Assert.Equal(NotBookable(card.Id, BookingRefusal.Missing), await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_by_post_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await ChangeAsync(office, card, set => set.Route = CardRoute.Post);

        Assert.Equal(NotBookable(card.Id, BookingRefusal.SentByPost), await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Deadline_closes_the_period_only_where_the_municipality_says_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1, deadlineOn: Day.AddDays(-1)))[0];
        Assert.Null(await WhyNotOnWebAsync(office, card, counter.Id));
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).ReceivableAfterDeadline = false;
            work.Record("Changed");
            return true;
        });

        Assert.Equal(BookingRefusal.DeadlinePassed, await WhyNotOnWebAsync(office, card, counter.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_day_of_the_card_itself_is_the_last_bookable_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await ChangeAsync(office, card, set => set.LastDayOn = Day);

        var after = await office.BookForCallerAsync(card.Id, counter, Day.AddDays(3), Ten);
        var onIt = await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.OutsidePeriod(new DayLimit(new DateOnly(2026, 11, 25), DayReason.ChannelLead, 1), new DayLimit(Day, DayReason.Deadline))), after);
        Assert.IsType<BookForCaller.Booked>(onIt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Kind_that_is_closed_and_proxy_without_a_name_are_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).OpenRecipientKinds = "Applicant,VoluntaryProxy";
            work.Record("Changed");
            return true;
        });

        Assert.Equal(NotBookable(card.Id, BookingRefusal.RecipientKindClosed), await BookAsync(RecipientKind.SubProxy));
        Assert.Equal(NotBookable(card.Id, BookingRefusal.ProxyNameMissing), await BookAsync(RecipientKind.VoluntaryProxy));

        Task<BookForCaller.Outcome> BookAsync(RecipientKind kind) =>
            office.Staff<BookForCaller>().RunAsync(new([new VisitPerson(card.Id, kind)], counter.Id, Day, Ten, Proven: true), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Caller_whose_proof_was_not_asked_for_is_not_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        var outcome = await office.Staff<BookForCaller>().RunAsync(new([new VisitPerson(card.Id, RecipientKind.Applicant)], counter.Id, Day, Ten, Proven: false), office.ByStaff(), CancellationToken.None);

        Assert.IsType<BookForCaller.NotProven>(outcome);
        Assert.Equal(0, await office.SeeAsync(context => context.Visits.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_member_held_in_another_familys_booking_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.HoldAsync(cards[0], await office.SignInAsync(cards[0], RecipientKind.Applicant, cards[1]), counter, Day, Ten);

        var own = await office.HoldAsync(cards[1], await office.SignInAsync(cards[1]), counter, Day, new TimeOnly(11, 0));

        Assert.Equal(new HoldSeat.Refused(new SeatRefusal.NotBookable(cards[1].Id, BookingRefusal.AlreadyBooked)), own);
    }

    private static BookForCaller.Refused NotBookable(Guid cardId, BookingRefusal why) => new(new SeatRefusal.NotBookable(cardId, why));

    private static async Task<BookingRefusal?> WhyNotOnWebAsync(TestOffice office, NotifiedCard card, Guid counterId)
    {
        var session = await office.SignInAsync(card);
        var outcome = await office.Resident<HoldSeat>().RunAsync(new(session, counterId, Day, Ten), office.ByResident(card.Id), CancellationToken.None);
        if (outcome is HoldSeat.Held held) await office.Resident<ReleaseHold>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);
        var shown = await office.Resident<ViewBooking>().RunAsync(new(card.Id), office.ByResident(card.Id), CancellationToken.None);
        var why = outcome is HoldSeat.Refused { Why: SeatRefusal.NotBookable refused } ? refused.Why : (BookingRefusal?)null;
        Assert.Equal(why, shown!.WhyNot); // the page says before what the seat would say after
        return why;
    }

    private static Task<bool> ChangeAsync(TestOffice office, NotifiedCard card, Action<Card> change) =>
        office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeCard, async work =>
        {
            change(await work.Context.Cards.SingleAsync(row => row.Id == card.Id));
            work.Record("Changed", card.Id);
            return true;
        });
}
