using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

public sealed class FindSeatsTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Days_tell_why_they_cannot_be_chosen(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        await office.Staff<SaveClosure>().RunAsync(new(counter.Id, new DateOnly(2026, 12, 2), "システム点検"), office.ByStaff(), CancellationToken.None);

        var map = await MapAsync(office, counter, new DateOnly(2026, 11, 23), new DateOnly(2027, 1, 31));

        Assert.Equal((Day, new DateOnly(2027, 1, 23)), (map.EarliestOn, map.LatestOn));
        Assert.Equal((SeatDayState.Closed, "勤労感謝の日"), StateOf(new DateOnly(2026, 11, 23)));
        Assert.Equal((SeatDayState.TooEarly, null), StateOf(new DateOnly(2026, 11, 26)));
        Assert.Equal((SeatDayState.Open, null), StateOf(Day));
        Assert.Equal((SeatDayState.Closed, null), StateOf(new DateOnly(2026, 11, 28)));
        Assert.Equal((SeatDayState.Closed, "システム点検"), StateOf(new DateOnly(2026, 12, 2)));
        Assert.Equal((SeatDayState.Closed, "年末年始"), StateOf(new DateOnly(2026, 12, 30)));
        Assert.Equal((SeatDayState.TooLate, null), StateOf(new DateOnly(2027, 1, 25)));

        (SeatDayState, string?) StateOf(DateOnly day) => map.Days.Where(row => row.Day == day).Select(row => (row.State, row.ClosedBecause)).Single();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_times_with_enough_in_one_piece_are_offered(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1, week: [new(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(10, 30), 1)]);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(card, counter, Day, new TimeOnly(9, 30));

        var day = Assert.Single((await MapAsync(office, counter, Day, Day, minutes: 25)).Days);

        Assert.Equal(["09:00", "09:45", "10:00"], day.Times.Select(time => time.StartsAt.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_shown_is_what_can_be_taken(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var cards = await office.AddNotifiedCardsAsync(5);
        for (var i = 0; i < 4; i++) await office.HoldAsync(cards[i], await office.WriteSessionAsync(cards[i]), counter, Day, Ten);

        Assert.DoesNotContain((await MapAsync(office, counter, Day, Day)).Days[0].Times, time => time.StartsAt == Ten);
        Assert.Equal(1, (await MapAsync(office, counter, Day, Day, channel: Channel.Phone)).Days[0].Times.Single(time => time.StartsAt == Ten).Free);

        office.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(4, (await MapAsync(office, counter, Day, Day)).Days[0].Times.Single(time => time.StartsAt == Ten).Free);
        Assert.IsType<HoldSeat.Held>(await office.HoldAsync(cards[4], await office.WriteSessionAsync(cards[4]), counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_lies_in_another_office_is_brought_over_first(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var near = await office.AddCounterAsync("H1");
        var far = await office.AddCounterAsync("B1", building: "B");
        var box = (await office.AddBoxesAsync())[0];
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        Assert.IsType<StoreCard.Stored>(await office.StoreAsync(box, card.Card));

        var maps = await office.Resident<FindSeats>().RunAsync(office.Municipality, new(null, null, null, 15, Channel.Phone, [card.Id]), CancellationToken.None);

        Assert.Equal([(far.Id, new DateOnly(2026, 11, 26), true), (near.Id, new DateOnly(2026, 11, 25), false)], maps.Select(map => (map.Counter.Id, map.EarliestOn, map.Earliest.Reason == DayReason.Transfer)));
        Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<BookForCaller.Refused>(await office.BookForCallerAsync(card.Id, far, new DateOnly(2026, 11, 25), Ten)).Why);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Weekly_hours_from_a_later_day_replace_the_week_as_a_whole(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        await office.SetHoursAsync(counter.Id, [new(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(12, 0), 1)], new DateOnly(2026, 12, 7));

        var map = await MapAsync(office, counter, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 13));

        Assert.Equal([1, 2, 3, 4, 12], map.Days.Where(day => day.State == SeatDayState.Open).Select(day => day.Day.Day));
    }

    private static async Task<SeatMap> MapAsync(TestOffice office, Counter counter, DateOnly from, DateOnly to, int minutes = 15, Channel channel = Channel.Web) =>
        (await office.Resident<FindSeats>().RunAsync(office.Municipality, new(counter.Id, from, to, minutes, channel, []), CancellationToken.None)).Single();
}
