using Tewatashi.HandOver;
using Tewatashi.HandOver.Boards;
using Tewatashi.Statistics;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Statistics;

/// <summary>統計 of a day at a counter: two come, one is handed over, one leaves without; a third never came.</summary>
public sealed class SeeStatisticsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hand_over_counts_on_its_day_and_for_its_counter(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await CallTheDayAsync(day);

        var view = await SeeAsync(day, Period.Before(day.Day));

        Assert.Equal(1, view.Total.HandedOver);
        Assert.Equal(3, view.Total.Announced);
        Assert.Equal(3, view.Total.Prepared);
        Assert.Equal(1, view.Days.Single(row => row.Day == day.Day).Nation.HandedOver);
        Assert.Equal(1, view.Days.Sum(row => row.Nation.HandedOver));
        var week = view.Weeks.Single(row => row.Monday == new DateOnly(2026, 11, 23));
        Assert.Equal((1, 1, 1, 0, 0), (week.Completed, week.NotHandedOver, week.NoShow, week.Cancelled, week.Coming));
        Assert.InRange(week.TakenMinutes, 1, week.BoothMinutes);
        Assert.Equal(33, week.NoShowPercent);
        Assert.Null(week.Waited);
        Assert.Equal(2, view.Stock.Sum(age => age.Cards));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waiting_lasts_from_the_check_in_to_the_first_call_and_those_never_called_do_not_count(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await day.EveryoneHereAsync();
        foreach (var (index, minute) in new[] { (0, 7), (1, 20) })
        {
            day.At(10, minute);
            await office.Staff<CallVisit>().RunAsync(new((await day.ReservationAsync(index)).VisitId), office.ByStaff(), CancellationToken.None);
        }

        var week = (await SeeAsync(day, Period.Before(day.Day))).Weeks.Single(row => row.Monday == new DateOnly(2026, 11, 23));

        Assert.Equal(new WaitMinutes(2, 7, 20), week.Waited);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Period_before_the_hand_over_shows_none_of_it(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await CallTheDayAsync(day);

        var view = await SeeAsync(day, Period.Before(day.Day.AddDays(-1)));

        Assert.Equal(0, view.Total.HandedOver);
        Assert.DoesNotContain(view.Days, row => row.Nation.HandedOver > 0);
        Assert.All(view.Weeks, week => Assert.Equal(0, week.Completed));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Holiday_without_any_figure_is_left_out_and_a_business_day_is_not(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        var view = await SeeAsync(day, new(new(2026, 12, 5), new(2026, 12, 8))); // Saturday to Tuesday

        Assert.Equal([new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8)], view.Days.Select(row => row.Day));
        Assert.All(view.Days, row => Assert.Null(row.Nation.Applications));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Applications_typed_in_twice_for_a_day_are_corrected_and_not_added(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var (monday, tuesday) = (office.Today.AddDays(-1), office.Today);

        Assert.IsType<RecordApplications.Recorded>(await RecordAsync(day, monday, 12));
        Assert.IsType<RecordApplications.Recorded>(await RecordAsync(day, monday, 10));
        Assert.IsType<RecordApplications.Recorded>(await RecordAsync(day, tuesday, 5));

        var view = await SeeAsync(day, Period.Before(office.Today));
        Assert.Equal(15, view.Total.Applications);
        Assert.Equal(5, view.Days.Single(row => row.Day == tuesday).Nation.Applications);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Applications_typed_in_by_many_at_once_stand_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(count => RecordAsync(day, office.Today, count)));

        Assert.All(outcomes, outcome => Assert.IsType<RecordApplications.Recorded>(outcome));
        Assert.InRange((await SeeAsync(day, Period.Before(office.Today))).Total.Applications!.Value, 1, 8);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Applications_of_tomorrow_and_impossible_numbers_are_refused(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        Assert.IsType<RecordApplications.NotYet>(await RecordAsync(day, office.Today.AddDays(1), 1));
        Assert.IsType<RecordApplications.WrongCount>(await RecordAsync(day, office.Today, -1));
        Assert.IsType<RecordApplications.WrongCount>(await RecordAsync(day, office.Today, RecordApplications.Most + 1));
    }

    private static async Task CallTheDayAsync(TestDay day)
    {
        day.At(10, 0);
        foreach (var index in (int[])[0, 1])
        {
            Assert.IsType<PickCard.Picked>(await day.PickAsync(index));
            Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(index));
        }

        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(await day.GoodFormAsync(0)));
        await day.Office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync(1)).Id, NotHandedOverReason.PapersMissing), day.Office.ByStaff(), CancellationToken.None);
        day.After(1);
        await day.Office.Staff<MarkNoShows>().RunAsync(day.Office.ByStaff(), CancellationToken.None);
    }

    private static Task<SeeStatistics.View> SeeAsync(TestDay day, Period period) =>
        day.Office.Staff<SeeStatistics>().RunAsync(day.Office.Municipality, period, CancellationToken.None);

    private static Task<RecordApplications.Outcome> RecordAsync(TestDay day, DateOnly of, int count) =>
        day.Office.Staff<RecordApplications>().RunAsync(new(of, count), day.Office.ByStaff(), CancellationToken.None);
}
