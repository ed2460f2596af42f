using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>The day as a whole: the first page, what goes back, who did not come.</summary>
public sealed class DayTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_tells_who_comes_waits_is_late_and_left(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        day.At(10, 0);
        await day.PickAsync();
        await day.CheckInAsync();
        await day.HandOverAsync(await day.GoodFormAsync());
        day.At(10, 20);
        await day.CheckInAsync(1);
        day.At(10, 42);

        var view = await SeeAsync(day);

        Assert.Equal([ReservationState.Completed, ReservationState.CheckedIn, ReservationState.Booked, ReservationState.Booked], view.Lines.Select(line => line.State));
        Assert.Equal((2, 1, 1, 1), (view.Expected, view.Waiting, view.HandedOver, view.Late));
        Assert.Equal((22, 12), (view.Lines[1].WaitingMinutes, view.Lines[2].LateMinutes));
        Assert.Equal(3, view.ToPick);
        Assert.Equal(["Viewed"], await day.RecordedAsync(OperationKind.ViewDay));
        Assert.Equal(4, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => context.Audit.Any(entry => entry.Id == row.EntryId && entry.Operation == OperationKind.ViewDay))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_before_names_what_to_pick_for_the_next(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await day.ChangeCardAsync(2, card => card.Suspension = Suspension.Hospitalised);
        await day.PickAsync();

        var view = await SeeAsync(day);

        Assert.Empty(view.Lines);
        Assert.Equal((day.Day, 1, 1), (view.NextDay, view.NextToPick, view.NextProblems));
        Assert.Equal(0, view.ToReshelve);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visits_of_past_days_that_nobody_came_to_are_missed_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        day.At(10, 0);
        await day.PickAsync();
        await day.CheckInAsync(1);
        var atNight = await office.Worker<MarkNoShows>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);
        day.After(1);

        var view = await SeeAsync(day);
        var marked = await office.Worker<MarkNoShows>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None);
        var again = await office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None);

        Assert.Equal((0, 2, 0), (atNight, marked, again));
        Assert.Equal((2, 1), (view.Missed, view.Leftover.Count));
        Assert.Equal(ReservationState.NoShow, (await day.ReservationAsync()).State);
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync(1)).State);
        Assert.Equal(ReservationState.NoShow, Assert.Single((await ListAsync(day)).Cards).LastState);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_nobody_comes_for_goes_back_to_the_place_it_came_from(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        await office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync()).Id, NotHandedOverReason.OwnWish), office.ByStaff(), CancellationToken.None);

        var waiting = Assert.Single((await ListAsync(day)).Cards);
        var proposed = await office.Staff<ProposePlace>().RunAsync(new(day.Cards[0].Card.SerialNumber), office.ByStaff(), CancellationToken.None);
        var done = await ReshelveAsync(day, 0, day.Boxes[2]);

        Assert.Equal((day.Cards[0].Id, day.Boxes[2].Value, "OwnWish"), (waiting.CardId, waiting.ProposedPath, waiting.LastReason));
        Assert.Equal(waiting, Assert.IsType<ProposePlace.Proposed>(proposed).Card);
        Assert.Equal(0, Assert.IsType<ReshelveCard.Reshelved>(done).Left);
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync()).PlaceKind);
        Assert.Empty((await ListAsync(day)).Cards);
        Assert.IsType<ReshelveCard.AlreadyHere>(await ReshelveAsync(day, 0, day.Boxes[2]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_somebody_still_comes_for_stays_in_the_tray(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await day.PickAsync();
        var evening = await ReshelveAsync(day, 0, day.Boxes[0]);
        day.At(10, 0);

        var outcome = await ReshelveAsync(day, 0, day.Boxes[0]);

        Assert.IsType<ReshelveCard.StillExpected>(evening);
        Assert.IsType<ReshelveCard.StillExpected>(outcome);
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visit_moved_to_a_later_day_sends_its_card_back(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.PickAsync();
        day.At(9, 0);
        await office.Staff<ChangeVisit>().RunAsync(new(day.Booked[0].VisitId, day.Counter.Id, day.Day.AddDays(7), new TimeOnly(10, 0)), office.ByStaff(), CancellationToken.None);
        await office.BookForCallerAsync((await office.AddNotifiedCardsAsync(1))[0].Id, day.Counter, day.Day.AddDays(1), new TimeOnly(10, 0));

        var card = Assert.Single((await ListAsync(day)).Cards);

        Assert.Equal(day.Day.AddDays(7), card.BookedOn);
        Assert.IsType<ReshelveCard.Reshelved>(await ReshelveAsync(day, 0, day.Boxes[0]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_places_are_refused_by_name(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await office.AddCounterAsync("B1", building: "B");
        await office.Staff<AddLocations>().RunAsync(new(LocationPath.Parse("B-V1"), "支所", "保管庫", new(1, 1), new(1, 1), 5), office.ByStaff(), CancellationToken.None);
        await office.Staff<RefuseHandOver>().RunAsync(new((await day.ReservationAsync()).Id, NotHandedOverReason.OwnWish), office.ByStaff(), CancellationToken.None);

        Assert.IsType<ReshelveCard.UnknownLocation>(await ReshelveAsync(day, 0, LocationPath.Parse("H-V9")));
        Assert.IsType<ReshelveCard.NotForCards>(await ReshelveAsync(day, 0, LocationPath.Parse("H-V1")));
        Assert.IsType<ReshelveCard.OtherOffice>(await ReshelveAsync(day, 0, LocationPath.Parse("B-V1-01-01")));
        var stored = Assert.Single(await office.AddCardsAsync(1));
        Assert.IsType<ProposePlace.NotInTray>(await office.Staff<ProposePlace>().RunAsync(new(stored.SerialNumber), office.ByStaff(), CancellationToken.None));
    }

    private static Task<DayView> SeeAsync(TestDay day) => day.Office.Staff<SeeDay>().RunAsync(new(day.Counter.Id), day.Office.ByStaff(), CancellationToken.None);

    private static Task<SeeReshelveList.View> ListAsync(TestDay day) =>
        day.Office.Staff<SeeReshelveList>().RunAsync(new(day.Counter.Id), day.Office.ByStaff(), CancellationToken.None);

    private static Task<ReshelveCard.Outcome> ReshelveAsync(TestDay day, int card, LocationPath place) =>
        day.Office.Staff<ReshelveCard>().RunAsync(new(day.Cards[card].Id, place), day.Office.ByStaff(), CancellationToken.None);
}
