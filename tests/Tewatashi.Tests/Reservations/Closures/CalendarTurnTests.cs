using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Closures;

/// <summary>Two clerks at the same calendar at the same moment, and one whose button is pressed twice.</summary>
public sealed class CalendarTurnTests
{
    private const int Clerks = 4;
    private static readonly DateOnly Saturday = new(2026, 11, 28);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Week_saved_by_many_at_once_is_the_week_of_one_of_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();

        Assert.All(await AtOnceAsync(office, _ => office.SetHoursAsync(counter.Id, TestCounters.WorkingWeek(3))), saved => Assert.IsType<SaveOpeningHours.Saved>(saved));

        Assert.Equal(5, await office.SeeAsync(context => context.OpeningHours.CountAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Single_day_saved_by_many_at_once_is_the_day_of_one_of_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();

        Assert.All(
            await AtOnceAsync(office, caller => office.Staff<SaveSpecialHours>().RunAsync(new(counter.Id, Saturday, false, [TestClosures.Stretch(9, 12, 2)]), caller, CancellationToken.None)),
            saved => Assert.IsType<SaveSpecialHours.Saved>(saved));

        Assert.Equal(1, await office.SeeAsync(context => context.SpecialHours.CountAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_closed_by_many_at_once_is_closed_once_and_the_others_are_told(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();

        var outcomes = await AtOnceAsync(office, caller => office.Staff<SaveClosure>().RunAsync(new(null, Saturday, "点検のため"), caller, CancellationToken.None));

        Assert.Single(outcomes.OfType<SaveClosure.Saved>());
        Assert.Equal(Clerks - 1, outcomes.OfType<SaveClosure.AlreadyClosed>().Count());
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Limit_of_an_office_set_by_many_at_once_is_the_limit_of_one_of_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();

        foreach (var days in Enumerable.Range(1, 5))
        {
            Assert.All(
                await AtOnceAsync(office, caller => office.Staff<SaveOfficeLimit>().RunAsync(new(counter.BuildingId, office.Today.AddDays(days), days), caller, CancellationToken.None)),
                saved => Assert.IsType<SaveOfficeLimit.Saved>(saved));
        }

        Assert.Equal(5, await office.SeeAsync(context => context.OfficeLimits.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booths_brought_back_by_many_at_once_come_back_once_and_the_same_form_is_told_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        office.Clock.SetUtcNow(JapanTime.InstantOf(office.Today, new TimeOnly(9, 30)));

        foreach (var hour in Enumerable.Range(11, 5))
        {
            await office.Staff<ReduceBooths>().RunAsync(new(counter.Id, 1, new TimeOnly(hour, 0)), office.ByStaff(), CancellationToken.None);
            var fewer = await office.SeeAsync(context => context.FewerBooths.SingleAsync());
            var form = office.ByStaff();

            var back = await Task.WhenAll(new[] { form, form, office.ByStaff(), office.ByStaff() }.Select(caller =>
                Task.Run(() => office.Staff<RestoreBooths>().RunAsync(new(fewer.Id), caller, CancellationToken.None))));

            Assert.Equal(back[0], back[1]);
            Assert.Equal(1, new[] { back[0], back[2], back[3] }.Count(done => done));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seats_fitted_by_many_at_once_are_fitted(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();

        foreach (var _ in Enumerable.Range(0, 5))
            Assert.All(await AtOnceAsync(office, caller => office.Staff<FitSeats>().RunAsync(caller, CancellationToken.None)), lost => Assert.Equal(0, lost));

        Assert.Equal(0, await office.SeeAsync(context => context.WorkItems.CountAsync(row => row.Municipality == office.Municipality)));
    }

    private static Task<T[]> AtOnceAsync<T>(TestOffice office, Func<Caller, Task<T>> run) =>
        Task.WhenAll(Enumerable.Range(0, Clerks).Select(_ => Task.Run(() => run(office.ByStaff()))));
}
