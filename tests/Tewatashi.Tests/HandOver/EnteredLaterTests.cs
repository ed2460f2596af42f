using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Time;
using Tewatashi.Tests.HandOver.Closings;

namespace Tewatashi.Tests.HandOver;

/// <summary>当日控えからの入力: the real times, by the ordinary rules, and the log says that it was entered later.</summary>
public sealed class EnteredLaterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hand_over_of_a_day_without_our_system_is_entered_the_next_morning_with_its_real_times(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await day.PickAsync();
        day.After(1);
        await office.Worker<MarkNoShows>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);

        var entered = await EnterAsync(day, 10, 2);
        var form = await day.GoodFormAsync();
        var wrong = await day.HandOverAsync(form with { HappenedAt = At(day, 10, 20), Birthdays = new(Birthday.Parse("12-31"), Birthday.Parse("12-31")) });
        var done = await day.HandOverAsync(form with { HappenedAt = At(day, 10, 20) });

        Assert.IsType<EnterArrival.Entered>(entered);
        Assert.IsType<HandOverCard.WrongPerson>(wrong);
        Assert.IsType<HandOverCard.HandedOver>(done);
        var record = await office.SeeAsync(context => context.HandOvers.AsNoTracking().SingleAsync());
        Assert.Equal((At(day, 10, 20), office.Clock.GetUtcNow()), (record.HappenedAt, record.At));
        Assert.Equal(At(day, 10, 20), (await day.CardAsync()).HandedOverAt);
        Assert.Equal(At(day, 10, 2), await office.SeeAsync(context => context.Visits.Where(row => row.Id == day.Booked[0].VisitId).Select(row => row.CheckedInAt).SingleAsync()));
        Assert.Equal("Applicant EnteredLater 2026-11-25 10:20", await office.SeeAsync(context =>
            context.Audit.Where(row => row.Operation == OperationKind.HandOverCard && row.Outcome == "HandedOver").Select(row => row.Detail).SingleAsync()));
        Assert.Equal("EnteredLater 2026-11-25 10:02", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.EnterArrival).Select(row => row.Detail).SingleAsync()));
        Assert.Equal(1, (await DaySumsOfAsync(day)).HandedOver);
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Times_that_cannot_be_are_refused_by_name(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await day.PickAsync();
        day.At(12, 0);

        Assert.Equal(new EnterArrival.NotThen(LaterProblem.InFuture), await EnterAsync(day, 12, 1));
        Assert.Equal(new EnterArrival.NotThen(LaterProblem.OtherDay), await office.Staff<EnterArrival>().RunAsync(new(day.Booked[0].VisitId, At(day, 10, 0).AddDays(-1)), office.ByStaff(), CancellationToken.None));
        Assert.IsType<EnterArrival.Entered>(await EnterAsync(day, 10, 2));
        Assert.IsType<EnterArrival.NothingToEnter>(await EnterAsync(day, 10, 3));
        Assert.Equal(new HandOverCard.NotThen(LaterProblem.BeforeArrival), await day.HandOverAsync(await day.GoodFormAsync() with { HappenedAt = At(day, 10, 1) }));
        Assert.Equal(new RefuseHandOver.NotThen(LaterProblem.BeforeArrival), await office.Staff<RefuseHandOver>().RunAsync(
            new((await day.ReservationAsync()).Id, NotHandedOverReason.OwnWish) { HappenedAt = At(day, 10, 1) }, office.ByStaff(), CancellationToken.None));
        day.After(8);
        Assert.Equal(new HandOverCard.NotThen(LaterProblem.TooLongAgo), await day.HandOverAsync(await day.GoodFormAsync() with { HappenedAt = At(day, 10, 5) }));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_that_was_closed_takes_nothing_more_and_a_card_booked_anew_is_told(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await ClosingTests.EndAsync(day);
        await office.BookForCallerAsync(day.Cards[2].Id, day.Counter, day.Day.AddDays(2), new TimeOnly(10, 0));

        var booked = await office.Staff<EnterArrival>().RunAsync(new(day.Booked[2].VisitId, At(day, 10, 35)), office.ByStaff(), CancellationToken.None);
        Assert.IsType<CloseCounter.Closed>(await ClosingTests.CloseAsync(day, oldPapers: 3));
        var closed = await office.Staff<EnterArrival>().RunAsync(new(day.Booked[2].VisitId, At(day, 10, 35)), office.ByStaff(), CancellationToken.None);

        Assert.IsType<EnterArrival.BookedAnew>(booked);
        Assert.Equal(new EnterArrival.NotThen(LaterProblem.DayClosed), closed);
        Assert.Equal(ReservationState.NoShow, await office.SeeAsync(context => context.Reservations.Where(row => row.VisitId == day.Booked[2].VisitId).Select(row => row.State).SingleAsync()));
    }

    private static DateTimeOffset At(TestDay day, int hour, int minute) => JapanTime.InstantOf(day.Day, new TimeOnly(hour, minute));

    private static Task<EnterArrival.Outcome> EnterAsync(TestDay day, int hour, int minute) =>
        day.Office.Staff<EnterArrival>().RunAsync(new(day.Booked[0].VisitId, At(day, hour, minute)), day.Office.ByStaff(), CancellationToken.None);

    private static async Task<DaySums> DaySumsOfAsync(TestDay day) =>
        (await day.Office.Staff<SeeClosing>().RunAsync(new(day.Counter.Id, day.Day), day.Office.ByStaff(), CancellationToken.None))!.Sums; // the counter is there
}
