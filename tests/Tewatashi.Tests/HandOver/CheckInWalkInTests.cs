using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>予約なし来庁.</summary>
public sealed class CheckInWalkInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Walk_in_takes_the_seat_that_runs_now_and_is_checked_in(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var card = Assert.Single(await office.AddNotifiedCardsAsync(1));
        day.At(10, 7);

        var arrival = Assert.IsType<CheckInWalkIn.CheckedIn>(await WalkInAsync(day, card)).Arrival;

        Assert.Equal(new TimeOnly(10, 0), arrival.StartsAt);
        Assert.Equal(ReservationState.CheckedIn, Assert.Single(arrival.Persons).State);
        Assert.Equal(Channel.Counter, await office.SeeAsync(context => context.Visits.Where(row => row.Id == arrival.VisitId).Select(row => row.Channel).SingleAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Full_day_checks_nobody_in_and_tells_the_next_times(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2, booths: 1);
        await using var office = day.Office;
        var card = Assert.Single(await office.AddNotifiedCardsAsync(1));
        await office.SetHoursAsync(day.Counter.Id, [new(DayOfWeek.Wednesday, new TimeOnly(10, 0), new TimeOnly(10, 30), 1), new(DayOfWeek.Thursday, new TimeOnly(13, 0), new TimeOnly(14, 0), 1)]);
        day.At(10, 0);

        var full = Assert.IsType<CheckInWalkIn.Full>(await WalkInAsync(day, card));

        Assert.Equal(new FreeSeat(day.Counter.Id, "窓口H1", day.Day.AddDays(1), new TimeOnly(13, 0)), full.Next[0]);
        Assert.False(await office.SeeAsync(context => context.Reservations.AnyAsync(row => row.CardId == card.Id)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_is_booked_or_stopped_is_refused_by_name(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.ChangeCardAsync(1, card => card.Suspension = Suspension.Deceased);
        day.At(10, 0);

        Assert.Equal(new CheckInWalkIn.NotBookable(BookingRefusal.AlreadyBooked), await WalkInAsync(day, day.Cards[0]));
        Assert.Equal(new CheckInWalkIn.NotBookable(BookingRefusal.Suspended), await WalkInAsync(day, day.Cards[1]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_in_another_office_is_not_here_today(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 1);
        await using var office = day.Office;
        await office.Staff<CancelVisit>().RunAsync(new(day.Booked[0].VisitId), office.ByStaff(), CancellationToken.None);
        var branch = await office.AddCounterAsync("B1", building: "B");
        day.At(10, 0);

        var outcome = await office.Staff<CheckInWalkIn>().RunAsync(new(day.Cards[0].Id, branch.Id, RecipientKind.Applicant), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new CheckInWalkIn.NotHere(new DateOnly(2026, 11, 27)), outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_seat_of_the_day_goes_to_one_of_two(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 0, booths: 1);
        await using var office = day.Office;
        var cards = await office.AddNotifiedCardsAsync(2);
        day.At(16, 46);

        var outcomes = await Task.WhenAll(cards.Select(card => Task.Run(() => WalkInAsync(day, card))));

        Assert.Single(outcomes.OfType<CheckInWalkIn.CheckedIn>());
        Assert.Single(outcomes.OfType<CheckInWalkIn.Full>());
        Assert.Empty(await office.SeatViolationsAsync());
    }

    private static Task<CheckInWalkIn.Outcome> WalkInAsync(TestDay day, NotifiedCard card) =>
        day.Office.Staff<CheckInWalkIn>().RunAsync(new(card.Id, day.Counter.Id, RecipientKind.Applicant), day.Office.ByStaff(), CancellationToken.None);
}
