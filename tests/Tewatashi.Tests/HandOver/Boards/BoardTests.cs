using Microsoft.EntityFrameworkCore;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Boards;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver.Boards;

/// <summary>The board of today: who waits and since when, in which order, and how long it took until they were called.</summary>
public sealed class BoardTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Minutes_from_check_in_to_the_first_call_are_measured_and_their_median_shown(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 3)).EveryoneHereAsync();
        await using var office = day.Office;
        foreach (var (index, minute) in new[] { (0, 4), (1, 10), (2, 30) })
        {
            day.At(10, minute);
            Assert.True(await CallAsync(day, index));
        }

        day.At(10, 50);
        Assert.False(await CallAsync(day, 0));

        var board = await ReadAsync(day);
        Assert.Equal([30, 10, 4], board.Of(BoardState.Called, day.Counter.Id).Select(line => line.MinutesWaited(board.At)));
        Assert.Equal(10, board.MedianMinutes(null));
        Assert.Equal(10, board.MedianMinutes(day.Counter.Id));
        Assert.Null(board.MedianMinutes(new Guid("00000000-0000-0000-0000-000000000001")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_visit_stands_where_it_is_and_nobody_is_called_who_is_not_here(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        day.At(10, 0);
        foreach (var card in new[] { 0, 1 })
        {
            await day.PickAsync(card);
            await day.CheckInAsync(card);
        }

        await day.HandOverAsync(await day.GoodFormAsync(0));
        day.At(10, 50);

        Assert.False(await CallAsync(day, 2));
        var board = await ReadAsync(day);
        Assert.Equal([day.Booked[1].VisitId], board.Of(BoardState.Waiting, null).Select(line => line.VisitId));
        Assert.Equal(50, board.Of(BoardState.Waiting, null)[0].MinutesWaited(board.At));
        Assert.Equal([(day.Booked[2].VisitId, true), (day.Booked[3].VisitId, false)], board.Of(BoardState.Expected, null).Select(line => (line.VisitId, line.IsLate)));
        Assert.Equal([day.Booked[0].VisitId], board.Of(BoardState.Done, null).Select(line => line.VisitId));
        await office.StaffSiteAsync();
        Assert.Equal([await office.SeeAsync(context => context.StaffMembers.Select(row => row.Id).SingleAsync())], (await ReadAsync(day)).Watchers);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_comes_late_is_called_after_everybody_who_was_waiting_and_the_clerk_is_told_so(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        day.At(10, 20);
        await day.CheckInAsync(2);
        day.At(10, 25);
        Assert.IsType<CheckIn.Late>(await day.CheckInAsync(0));
        Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(0, lateAccepted: true));
        day.At(10, 26);
        await day.CheckInAsync(3);

        var board = await ReadAsync(day);

        // 10:30 was here first; 10:00 came too late; 10:45 came after it.
        Assert.Equal([day.Booked[2].VisitId, day.Booked[0].VisitId, day.Booked[3].VisitId], board.Of(BoardState.Waiting, null).Select(line => line.VisitId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_in_taken_back_takes_the_call_back_too(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await CallAsync(day, 0);

        await office.Staff<UndoCheckIn>().RunAsync(new((await day.ReservationAsync()).Id), office.ByStaff(), CancellationToken.None);

        Assert.Equal([day.Booked[0].VisitId], (await ReadAsync(day)).Of(BoardState.Expected, null).Select(line => line.VisitId));
        Assert.Null((await office.VisitAsync(day.Booked[0].VisitId)).CalledAt);
    }

    private static Task<bool> CallAsync(TestDay day, int card) =>
        day.Office.Staff<CallVisit>().RunAsync(new(day.Booked[card].VisitId), day.Office.ByStaff(), CancellationToken.None);

    private static Task<BoardView> ReadAsync(TestDay day) => day.Office.Staff<ReadBoard>().RunAsync(day.Office.Municipality, CancellationToken.None);
}
