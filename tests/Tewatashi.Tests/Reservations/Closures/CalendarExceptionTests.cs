using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Tewatashi.Time;
using Xunit;

namespace Tewatashi.Tests.Reservations.Closures;

/// <summary>Single days that are otherwise, offices with a limit of their own, fewer booths for a while: seats follow without any nightly job.</summary>
public sealed class CalendarExceptionTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly DateOnly Saturday = new(2026, 11, 28);
    private static readonly DateOnly Holiday = new(2027, 1, 11);
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Saturday_opening_has_seats_at_once_and_closes_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        Assert.Equal(SeatDayState.Closed, (await DayAsync(office, counter, Saturday)).State);

        Assert.IsType<SaveSpecialHours.Saved>(await SpecialAsync(office, counter, Saturday, replaces: false, TestClosures.Stretch(9, 12, 2)));

        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(11, 45)], (await DayAsync(office, counter, Saturday)).Times.Select(time => time.StartsAt).Where(at => at == new TimeOnly(9, 0) || at >= new TimeOnly(11, 45)));
        var booked = await office.BookAsync(card, counter, Saturday, Ten);
        Assert.Single(Assert.IsType<SaveSpecialHours.Loses>(await SpecialAsync(office, counter, Saturday, replaces: false)).Effect.Visits);
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(booked.VisitId));
        Assert.Equal(new SaveSpecialHours.Saved(1), await office.Staff<SaveSpecialHours>().RunAsync(new(counter.Id, Saturday, false, [], Apply: true), office.ByStaff(), CancellationToken.None));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(booked.VisitId));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Other_hours_of_one_day_replace_or_add_to_the_week_on_that_date_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);

        Assert.IsType<SaveSpecialHours.Saved>(await SpecialAsync(office, counter, Day, replaces: true, TestClosures.Stretch(10, 12, 2)));
        Assert.Equal((new TimeOnly(10, 0), new TimeOnly(11, 45)), await FirstAndLastAsync(office, counter, Day));
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(16, 45)), await FirstAndLastAsync(office, counter, Day.AddDays(3)));

        // An evening added: what lies in the week's own hours has two booths where both are open.
        Assert.IsType<SaveSpecialHours.Saved>(await SpecialAsync(office, counter, Day.AddDays(3), replaces: false, TestClosures.Stretch(16, 19, 1)));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 45)), await FirstAndLastAsync(office, counter, Day.AddDays(3)));
        var times = (await DayAsync(office, counter, Day.AddDays(3))).Times.ToDictionary(time => time.StartsAt, time => time.Free);
        Assert.Equal((1, 2, 1), (times[new TimeOnly(15, 45)], times[new TimeOnly(16, 0)], times[new TimeOnly(17, 0)]));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Special_hours_open_a_holiday_but_not_a_closure(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();

        Assert.Equal((SeatDayState.Closed, "成人の日"), await StateAsync(Holiday));
        await SpecialAsync(office, counter, Holiday, replaces: false, TestClosures.Stretch(9, 12, 1));
        Assert.Equal((SeatDayState.Open, null), await StateAsync(Holiday));
        await office.CloseAsync(Holiday);
        Assert.Equal((SeatDayState.Closed, "台風のため"), await StateAsync(Holiday));
        Assert.Equal(new SaveSpecialHours.Closed("台風のため"), await SpecialAsync(office, counter, Holiday, replaces: true, TestClosures.Stretch(9, 10, 1)));

        async Task<(SeatDayState, string?)> StateAsync(DateOnly day)
        {
            var shown = await DayAsync(office, counter, day);
            return (shown.State, shown.ClosedBecause);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reopened_day_gives_its_seats_back(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);
        var closed = Assert.IsType<SaveClosure.Saved>(await office.CloseAsync(Day, counter.Id));
        Assert.Equal(SeatDayState.Closed, (await DayAsync(office, counter, Day)).State);

        Assert.True(await office.Staff<RemoveClosure>().RunAsync(new(closed.Id), office.ByStaff(), CancellationToken.None));

        Assert.Equal(2, (await DayAsync(office, counter, Day)).Times.Single(time => time.StartsAt == Ten).Free);
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task National_maintenance_closes_every_counter_and_stands_apart_from_own_closures(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        var add = office.Staff<AddNationalDays>();
        Assert.Single(Assert.IsType<AddNationalDays.Loses>(await add.RunAsync(new([Day, Saturday], "全国システムの保守"), office.ByStaff(), CancellationToken.None)).Effect.Visits);
        Assert.Equal(new AddNationalDays.Saved(2, 1), await add.RunAsync(new([Day, Saturday], "全国システムの保守", Apply: true), office.ByStaff(), CancellationToken.None));

        Assert.Equal(SeatDayState.Closed, (await DayAsync(office, counter, Day)).State);
        Assert.Equal([ClosureKind.National, ClosureKind.National], await office.SeeAsync(context => context.Closures.Select(row => row.Kind).ToListAsync()));
        Assert.IsType<AddNationalDays.AlreadyThere>(await add.RunAsync(new([Day], "全国システムの保守"), office.ByStaff(), CancellationToken.None));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Fact]
    public void Usual_maintenance_is_the_day_after_the_third_saturday()
    {
        Assert.Equal([new DateOnly(2026, 12, 20), new DateOnly(2027, 1, 17), new DateOnly(2027, 2, 21)], AddNationalDays.Usual(new DateOnly(2026, 11, 24), 4));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Office_has_at_most_so_many_visits_at_a_time_whatever_its_counters_say(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (one, two) = (await office.AddCounterAsync("H1", booths: 2), await office.AddCounterAsync("H2", booths: 2));
        var cards = await office.AddNotifiedCardsAsync(4);
        var visits = new List<Guid>();
        foreach (var (card, counter) in cards.Take(3).Zip([one, two, one]))
        {
            visits.Add(((BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten)).VisitId);
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var save = office.Staff<SaveOfficeLimit>();
        var effect = Assert.IsType<SaveOfficeLimit.Loses>(await save.RunAsync(new(one.BuildingId, Day, 2), office.ByStaff(), CancellationToken.None)).Effect;
        Assert.Equal([visits[2]], effect.Visits.Select(visit => visit.VisitId));
        Assert.Equal(new SaveOfficeLimit.Saved(1), await save.RunAsync(new(one.BuildingId, Day, 2, Apply: true), office.ByStaff(), CancellationToken.None));

        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(visits[2]));
        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.Full()), await office.BookForCallerAsync(cards[3].Id, two, Day, Ten));
        Assert.DoesNotContain((await DayAsync(office, two, Day)).Times, time => time.StartsAt == Ten);
        // The day before the limit begins is as its counters say.
        Assert.Equal(2, (await DayAsync(office, one, new DateOnly(2026, 11, 26))).Times[0].Free);
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fewer_booths_from_now_until_a_time_mark_the_latest_booked_and_end_by_themselves(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(4);
        var day = new DateOnly(2026, 11, 25);
        var visits = new List<Guid>();
        foreach (var (card, at) in cards.Take(3).Zip([Ten, Ten, new TimeOnly(13, 0)]))
        {
            visits.Add(((BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, day, at)).VisitId);
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        office.Clock.SetUtcNow(JapanTime.InstantOf(day, new TimeOnly(9, 5)));
        var reduce = office.Staff<ReduceBooths>();
        var effect = Assert.IsType<ReduceBooths.Loses>(await reduce.RunAsync(new(counter.Id, 1, new TimeOnly(12, 0)), office.ByStaff(), CancellationToken.None)).Effect;
        Assert.Equal([visits[1]], effect.Visits.Select(visit => visit.VisitId));

        Assert.Equal(new ReduceBooths.Reduced(1), await reduce.RunAsync(new(counter.Id, 1, new TimeOnly(12, 0), Apply: true), office.ByStaff(), CancellationToken.None));

        var shown = await office.Staff<SeeCounterDay>().RunAsync(office.Municipality, counter.Id, CancellationToken.None);
        var booths = shown!.Lines.ToDictionary(line => line.StartsAt, line => line.Booths); // the counter is there
        Assert.Equal((2, 1, 1, 2), (booths[new TimeOnly(9, 0)], booths[new TimeOnly(9, 15)], booths[new TimeOnly(11, 45)], booths[new TimeOnly(12, 0)]));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(visits[1]));
        Assert.IsType<ReduceBooths.Wrong>(await reduce.RunAsync(new(counter.Id, 1, new TimeOnly(9, 10)), office.ByStaff(), CancellationToken.None));
        Assert.True(await office.Staff<RestoreBooths>().RunAsync(new(shown.Fewer[0].Id), office.ByStaff(), CancellationToken.None));
        Assert.Equal(2, (await office.Staff<SeeCounterDay>().RunAsync(office.Municipality, counter.Id, CancellationToken.None))!.Lines.Min(line => line.Booths)); // as above
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seats_of_the_last_day_of_the_horizon_are_there_without_any_job_having_run(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var last = new DateOnly(2027, 1, 22); // 59 days on, a Friday

        await office.BookAsync(card, counter, last, Ten);

        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Day == last && visit.Seat == SeatState.Taken)));
    }

    private static Task<SaveSpecialHours.Outcome> SpecialAsync(TestOffice office, Counter counter, DateOnly day, bool replaces, params Stretch[] stretches) =>
        office.Staff<SaveSpecialHours>().RunAsync(new(counter.Id, day, replaces, stretches), office.ByStaff(), CancellationToken.None);

    private static async Task<SeatDay> DayAsync(TestOffice office, Counter counter, DateOnly day) =>
        (await office.Staff<FindSeats>().RunAsync(office.Municipality, new(counter.Id, day, day, 15, Channel.Phone, []), CancellationToken.None))[0].Days[0];

    private static async Task<(TimeOnly First, TimeOnly Last)> FirstAndLastAsync(TestOffice office, Counter counter, DateOnly day)
    {
        var times = (await DayAsync(office, counter, day)).Times;
        return (times[0].StartsAt, times[^1].StartsAt);
    }
}
