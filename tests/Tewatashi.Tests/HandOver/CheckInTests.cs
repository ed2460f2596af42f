using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>来庁受付.</summary>
public sealed class CheckInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visit_is_found_by_every_number_that_people_bring(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        day.At(9, 58);
        var typed = day.Booked[3].Number;

        var outcomes = new[]
        {
            await day.CheckInAsync(new ArrivalCode.Reservation(day.Booked[0].Number), call: CallNumber.Parse("a-12")),
            await day.CheckInAsync(new ArrivalCode.Reception(day.Cards[1].ReceptionNumber)),
            await day.CheckInAsync(new ArrivalCode.Card(day.Cards[2].Card.SerialNumber)),
            await day.CheckInAsync(new ArrivalCode.EitherNumber(typed, ReceptionNumber.Parse(typed.Value))),
        };

        Assert.Equal(day.Booked.Select(booked => booked.VisitId), outcomes.Cast<CheckIn.CheckedIn>().Select(outcome => outcome.Arrival.VisitId));
        Assert.Equal("A12", await office.SeeAsync(context => context.Visits.Where(row => row.Id == day.Booked[0].VisitId).Select(row => row.CallNumber).SingleAsync()));
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync(2)).State);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_check_in_says_so_and_changes_nothing(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 50);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => day.CheckInAsync())));

        Assert.Single(outcomes.OfType<CheckIn.CheckedIn>());
        Assert.Equal(3, outcomes.OfType<CheckIn.AlreadyCheckedIn>().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Other_day_and_other_counter_are_named_and_recorded(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var other = await office.AddCounterAsync("H2");

        var early = await day.CheckInAsync();
        day.At(10, 0);
        var elsewhere = await day.CheckInAsync(new ArrivalCode.Reservation(day.Booked[0].Number), other.Id);

        Assert.Equal(day.Day, Assert.IsType<CheckIn.OtherDay>(early).Arrival.Day);
        Assert.Equal("窓口H1", Assert.IsType<CheckIn.OtherCounter>(elsewhere).Arrival.Counter);
        Assert.Equal(["OtherDay", "OtherCounter"], await day.RecordedAsync(OperationKind.CheckIn));
        Assert.Equal(ReservationState.Booked, (await day.ReservationAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_is_late_is_told_to_the_clerk_who_decides(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(10, 11);

        var told = await day.CheckInAsync();
        var taken = await day.CheckInAsync(lateAccepted: true);

        Assert.Equal(11, Assert.IsType<CheckIn.Late>(told).Minutes);
        Assert.IsType<CheckIn.CheckedIn>(taken);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unknown_number_cancelled_visit_and_card_without_booking_are_told_apart(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var card = Assert.Single(await office.AddNotifiedCardsAsync(1));
        await office.Staff<CancelVisit>().RunAsync(new(day.Booked[0].VisitId), office.ByStaff(), CancellationToken.None);
        day.At(10, 0);

        Assert.IsType<CheckIn.Unknown>(await day.CheckInAsync(new ArrivalCode.Reservation(ReservationNumber.New())));
        Assert.IsType<CheckIn.Cancelled>(await day.CheckInAsync());
        Assert.Equal(new CheckIn.NoBooking(card.Id), await day.CheckInAsync(new ArrivalCode.Reception(card.ReceptionNumber)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_is_checked_in_together_and_one_taken_back_alone(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 0);
        await using var office = day.Office;
        var family = await office.AddNotifiedCardsAsync(2);
        var booked = (BookForCaller.Booked)await office.Staff<BookForCaller>().RunAsync(
            new([.. family.Select(card => new VisitPerson(card.Id, RecipientKind.Applicant))], day.Counter.Id, day.Day, new TimeOnly(10, 0), Proven: true), office.ByStaff(), CancellationToken.None);
        day.At(10, 0);

        var arrival = Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(new ArrivalCode.Reception(family[1].ReceptionNumber))).Arrival;
        await office.Staff<UndoCheckIn>().RunAsync(new(arrival.Persons[1].ReservationId), office.ByStaff(), CancellationToken.None);

        Assert.Equal(booked.VisitId, arrival.VisitId);
        Assert.Equal([ReservationState.CheckedIn, ReservationState.Booked], await office.SeeAsync(context =>
            context.Reservations.Where(row => row.VisitId == booked.VisitId).OrderBy(row => row.Ordinal).Select(row => row.State).ToListAsync()));
        Assert.NotNull(await CheckedInAtAsync(day, booked.VisitId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_in_taken_back_leaves_the_visit_as_it_was(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(10, 0);
        await day.CheckInAsync();
        var reservation = await day.ReservationAsync();
        Task<UndoCheckIn.Outcome> Undo() => office.Staff<UndoCheckIn>().RunAsync(new(reservation.Id), office.ByStaff(), CancellationToken.None);

        var undone = await Undo();
        var again = await Undo();

        Assert.IsType<UndoCheckIn.Undone>(undone);
        Assert.IsType<UndoCheckIn.NotCheckedIn>(again);
        Assert.Null(await CheckedInAtAsync(day, day.Booked[0].VisitId));
        Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync());
        day.After(1);
        Assert.IsType<UndoCheckIn.OtherDay>(await Undo());
    }

    private static Task<DateTimeOffset?> CheckedInAtAsync(TestDay day, Guid visitId) =>
        day.Office.SeeAsync(context => context.Visits.Where(row => row.Id == visitId).Select(row => row.CheckedInAt).SingleAsync());
}
