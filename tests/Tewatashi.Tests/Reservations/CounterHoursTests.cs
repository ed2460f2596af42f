using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>Hours, closures and what they do to seats that are there already.</summary>
public sealed class CounterHoursTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task More_booths_open_more_seats_on_a_day_already_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);

        var saved = await office.SetHoursAsync(counter.Id, TestCounters.WorkingWeek(2));

        Assert.IsType<SaveOpeningHours.Saved>(saved);
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Longer_hours_open_seats_on_a_day_already_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);

        await office.SetHoursAsync(counter.Id, [.. TestCounters.WorkingWeek(1), new(DayOfWeek.Friday, new TimeOnly(17, 0), new TimeOnly(19, 30), 1)]);

        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[1].Id, counter, Day, new TimeOnly(19, 15)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hours_that_would_take_a_booked_seat_away_show_whose_and_change_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(2);
        foreach (var card in cards) await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        var outcome = await office.SetHoursAsync(counter.Id, TestCounters.WorkingWeek(1));

        var losing = Assert.Single(Assert.IsType<SaveOpeningHours.Loses>(outcome).Effect.Visits);
        Assert.Equal((Day, Ten), (losing.Day, losing.StartsAt));
        Assert.Equal(2, await office.SeeAsync(context => context.OpeningHours.Select(row => row.Booths).Distinct().SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closure_shows_its_effect_first_and_stands_once_the_bookings_are_gone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        Assert.Single(Assert.IsType<SaveClosure.Loses>(await CloseAsync()).Effect.Visits);
        await office.Staff<CancelVisit>().RunAsync(new(booked.VisitId), office.ByStaff(), CancellationToken.None);
        var closed = Assert.IsType<SaveClosure.Saved>(await CloseAsync());
        Assert.IsType<SaveClosure.AlreadyClosed>(await CloseAsync());
        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.Full()), await office.BookForCallerAsync(card.Id, counter, Day, Ten));

        Assert.True(await office.Staff<RemoveClosure>().RunAsync(new(closed.Id), office.ByStaff(), CancellationToken.None));
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, counter, Day, Ten));
        Assert.Empty(await office.SeatViolationsAsync());

        Task<SaveClosure.Outcome> CloseAsync() => office.Staff<SaveClosure>().RunAsync(new(null, Day, "点検"), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Expired_hold_stands_in_no_way_of_a_closure(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        office.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<SaveClosure.Saved>(await office.Staff<SaveClosure>().RunAsync(new(counter.Id, Day, "点検"), office.ByStaff(), CancellationToken.None));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closure_opened_again_by_many_at_once_is_opened_by_one_of_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        foreach (var days in Enumerable.Range(7, 5))
        {
            var closed = (SaveClosure.Saved)await office.Staff<SaveClosure>().RunAsync(new(null, office.Today.AddDays(days), "点検のため"), office.ByStaff(), CancellationToken.None);
            var form = office.ByStaff();

            var opened = await Task.WhenAll(new[] { form, form, office.ByStaff(), office.ByStaff() }.Select(caller =>
                Task.Run(() => office.Staff<RemoveClosure>().RunAsync(new(closed.Id), caller, CancellationToken.None))));

            // The form that was sent twice is told the same twice.
            Assert.Equal(opened[0], opened[1]);
            Assert.Equal(1, new[] { opened[0], opened[2], opened[3] }.Count(done => done));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counter_out_of_use_takes_no_booking_and_shows_its_effect_while_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten);

        Assert.Equal([Day], Assert.IsType<SaveCounter.Loses>(await CloseDownAsync()).Effect.Visits.Select(visit => visit.Day));
        await office.Staff<CancelVisit>().RunAsync(new(booked.VisitId), office.ByStaff(), CancellationToken.None);
        Assert.IsType<SaveCounter.Saved>(await CloseDownAsync());

        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.NoCounter()), await office.BookForCallerAsync(card.Id, counter, Day, Ten));

        Task<SaveCounter.Outcome> CloseDownAsync() => office.Staff<SaveCounter>().RunAsync(
            new(counter.Id, counter.Version, null, counter.Name, null, counter.GridMinutes, counter.Access, Active: false), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Code_of_another_counter_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync("H1");

        var outcome = await office.Staff<SaveCounter>().RunAsync(new(null, null, CounterCode.Parse("h1"), "窓口", counter.BuildingId, 15, ""), office.ByStaff(), CancellationToken.None);

        Assert.IsType<SaveCounter.CodeTaken>(outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counter_changed_by_someone_else_meanwhile_is_not_overwritten(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        Assert.IsType<SaveCounter.Saved>(await SaveAsync("一番窓口"));

        Assert.IsType<SaveCounter.ChangedMeanwhile>(await SaveAsync("二番窓口"));

        Task<SaveCounter.Outcome> SaveAsync(string name) => office.Staff<SaveCounter>().RunAsync(
            new(counter.Id, counter.Version, null, name, null, counter.GridMinutes, ""), office.ByStaff(), CancellationToken.None);
    }

    [Theory]
    [InlineData("09:00", "09:00", 1, HoursFault.EndsFirst)]
    [InlineData("09:05", "17:00", 1, HoursFault.OffGrid)]
    [InlineData("16:00", "18:00", 1, HoursFault.Overlap)]
    [InlineData("17:00", "18:00", 0, HoursFault.Booths)]
    public async Task Hours_that_cannot_be_are_refused_by_name(string opens, string closes, int booths, HoursFault fault)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        var outcome = await office.SetHoursAsync(counter.Id, [.. TestCounters.WorkingWeek(1), new(DayOfWeek.Friday, TimeOnly.Parse(opens, culture), TimeOnly.Parse(closes, culture), booths)]);

        Assert.Equal(new SaveOpeningHours.Wrong(fault, 5), outcome);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_quota_reaches_days_already_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, Day, Ten);
        await office.Staff<Tewatashi.Data.Database>().WriteAsync(office.ByStaff(), Tewatashi.Audit.OperationKind.ChangeSettings, async work =>
        {
            (await work.Context.Settings.SingleAsync()).KeptPercent = 60;
            work.Record("Changed");
            return true;
        });

        await office.Staff<FitSeats>().RunAsync(office.ByStaff(), CancellationToken.None);

        Assert.Equal([3], await office.SeeAsync(context => context.Cells.Where(cell => cell.OwnerId == counter.Id).Select(cell => cell.Kept).Distinct().ToListAsync()));
    }
}
