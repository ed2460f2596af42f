using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations;

/// <summary>Reservations where calendars go wrong: midnight in Japan, the year's end, the leap day, hours that change while somebody fills in the form.</summary>
public sealed class ReservationTimesTests
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Telephone_books_tomorrow_until_the_last_moment_before_midnight_in_japan(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2026, 11, 24), new TimeOnly(23, 59, 59, 999));
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);

        var before = await office.BookForCallerAsync(cards[0].Id, counter, new(2026, 11, 25), Ten);
        office.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await office.BookForCallerAsync(cards[1].Id, counter, new(2026, 11, 25), Ten);
        var next = await office.BookForCallerAsync(cards[2].Id, counter, new(2026, 11, 26), Ten);

        Assert.IsType<BookForCaller.Booked>(before);
        Assert.Equal(new DateOnly(2026, 11, 26), Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<BookForCaller.Refused>(after).Why).Earliest.On);
        Assert.IsType<BookForCaller.Booked>(next);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_of_the_earliest_day_made_before_midnight_is_confirmed_behind_it(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2026, 11, 24), new(23, 55));
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, TestCounters.FirstWebDay, Ten);
        Assert.Equal(JapanTime.InstantOf(new(2026, 11, 25), new(0, 5)), held.ExpiresAt);

        office.Clock.Advance(TimeSpan.FromMinutes(9));
        var booked = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.IsType<BookVisit.Booked>(booked);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_marked_as_not_come_before_the_day_has_ended_in_japan(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2026, 11, 24), Nine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, new(2026, 11, 25), Ten);

        office.Clock.SetUtcNow(JapanTime.InstantOf(new(2026, 11, 26), TimeOnly.MinValue).AddMilliseconds(-1));
        var before = await MarkAsync(office);
        office.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await MarkAsync(office);

        Assert.Equal((0, 1), (before, after));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Days_from_28_december_to_4_january_count_as_the_office_works_them(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2026, 12, 25), Ten);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);

        // Friday; then come Monday 28 December, Monday 4 and Tuesday 5 January.
        var early = await office.HoldAsync(cards[0], await office.SignInAsync(cards[0]), counter, new(2027, 1, 4), Ten);
        var booked = await office.BookAsync(cards[0], counter, new(2027, 1, 5), Ten);
        var last = await office.BookForCallerAsync(cards[1].Id, counter, new(2026, 12, 28), Ten);
        var closed = await office.BookForCallerAsync(cards[2].Id, counter, new(2026, 12, 29), Ten);
        var first = await office.BookForCallerAsync(cards[2].Id, counter, new(2027, 1, 4), Ten);

        Assert.Equal(new DateOnly(2027, 1, 5), Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<HoldSeat.Refused>(early).Why).Earliest.On);
        Assert.NotNull(booked);
        Assert.IsType<BookForCaller.Booked>(last);
        Assert.IsType<SeatRefusal.Full>(Assert.IsType<BookForCaller.Refused>(closed).Why);
        var visit = Assert.IsType<BookForCaller.Booked>(first).VisitId;

        // The business day before 4 January is 28 December.
        office.Clock.SetUtcNow(JapanTime.InstantOf(new(2026, 12, 28), new(17, 0)));
        var late = await office.Resident<CancelVisit>().RunAsync(new(visit), office.ByResident(cards[2].Id), CancellationToken.None);
        Assert.Equal(office.Clock.GetUtcNow(), Assert.IsType<CancelVisit.TooLate>(late).Until);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leap_day_is_booked_and_worked_like_any_tuesday(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2028, 2, 24), Ten);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var leapDay = new DateOnly(2028, 2, 29);

        // Thursday; then come Friday 25, Monday 28 and Tuesday 29 February.
        var early = await office.HoldAsync(cards[0], await office.SignInAsync(cards[0]), counter, new(2028, 2, 28), Ten);
        var booked = await office.BookAsync(cards[0], counter, leapDay, Ten);
        await office.BookForCallerAsync(cards[1].Id, counter, leapDay, new(16, 0));
        office.Clock.SetUtcNow(JapanTime.InstantOf(leapDay, Ten));
        var here = await office.Staff<CheckIn>().RunAsync(new(new ArrivalCode.Reservation(booked.Number), counter.Id), office.ByStaff(), CancellationToken.None);
        office.Clock.SetUtcNow(JapanTime.InstantOf(new(2028, 3, 1), TimeOnly.MinValue));

        Assert.Equal(leapDay, Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<HoldSeat.Refused>(early).Why).Earliest.On);
        Assert.IsType<CheckIn.CheckedIn>(here);
        Assert.Equal(1, await MarkAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Someone_born_on_29_february_is_known_by_that_day_in_a_year_without_it(Engine engine)
    {
        await using var office = await OpenAsync(engine, new(2027, 2, 25), Nine);
        var counter = await office.AddCounterAsync();
        var boxes = await office.AddBoxesAsync();
        var birthday = Birthday.Parse("0000-02-29");
        var card = (await office.AddCardsAsync(1, names: number => TestCards.NamesOf(number) with { Birthday = birthday }))[0];
        await office.WriteNoticeAsync(card);
        await office.StoreAsync(boxes[0], card);
        var visit = Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, counter, new(2027, 3, 1), Ten));
        office.Clock.SetUtcNow(JapanTime.InstantOf(new(2027, 3, 1), Ten));
        await office.Staff<PickCard>().RunAsync(new(card.SerialNumber, counter.Id, new(2027, 3, 1), Unmoved: true), office.ByStaff(), CancellationToken.None);
        await office.Staff<CheckIn>().RunAsync(new(new ArrivalCode.Reservation(visit.Number), counter.Id), office.ByStaff(), CancellationToken.None);
        var reservation = await office.SeeAsync(context => context.Reservations.Select(row => row.Id).SingleAsync());

        Task<HandOverCard.Outcome> HandOverAsync(Birthday onPaper) => office.Staff<HandOverCard>().RunAsync(
            new(reservation, card.SerialNumber, new(birthday, onPaper), new(RecipientKind.Applicant), TestDay.GoodAnswers(RecipientKind.Applicant), FileNumber.Parse("8-0001")),
            office.ByStaff(), CancellationToken.None);

        Assert.IsNotType<HandOverCard.HandedOver>(await HandOverAsync(Birthday.Parse("0000-02-28")));
        Assert.IsNotType<HandOverCard.HandedOver>(await HandOverAsync(Birthday.Parse("0000-03-01")));
        Assert.IsType<HandOverCard.HandedOver>(await HandOverAsync(birthday));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hours_that_shrink_under_two_holds_end_the_later_one_and_leave_the_other_whole(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(2);
        var held = new List<Guid>();
        foreach (var card in cards)
        {
            held.Add(((HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, TestCounters.FirstWebDay, Ten)).VisitId);
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var saved = await office.SetHoursAsync(counter.Id, TestCounters.WorkingWeek(1));
        var booked = await office.Resident<BookVisit>().RunAsync(new(held[0]), office.ByResident(cards[0].Id), CancellationToken.None);
        var gone = await office.Resident<BookVisit>().RunAsync(new(held[1]), office.ByResident(cards[1].Id), CancellationToken.None);

        Assert.Equal(new SaveOpeningHours.Saved(0), saved);
        Assert.IsType<BookVisit.Booked>(booked);
        Assert.IsType<BookVisit.SeatGone>(gone);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lapsed_hold_yields_to_new_hours_and_its_owner_is_told_that_the_time_is_gone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, TestCounters.FirstWebDay, Nine);

        office.Clock.Advance(TimeSpan.FromMinutes(10));
        var saved = await office.SetHoursAsync(counter.Id, [.. TestCounters.WorkingWeek(1).Select(stretch => stretch with { OpensAt = Ten })]);
        var late = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.IsType<SaveOpeningHours.Saved>(saved);
        Assert.IsType<BookVisit.SeatGone>(late);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    private static async Task<TestOffice> OpenAsync(Engine engine, DateOnly day, TimeOnly time)
    {
        var office = await TestOffice.OpenAsync(engine);
        office.Clock.SetUtcNow(JapanTime.InstantOf(day, time));
        return office;
    }

    private static Task<int> MarkAsync(TestOffice office) => office.Worker<MarkNoShows>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);
}
