using Microsoft.EntityFrameworkCore;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Time;

namespace Tewatashi.Tests.HandOver;

/// <summary>A visit is marked 未来庁 at the moment at which somebody gives it another day: one of the two happens, never both.</summary>
public sealed class MissedOrMovedTests
{
    private const int Visits = 24;
    private static readonly DateOnly Day = new(2026, 12, 2);
    private static readonly DateOnly Later = new(2026, 12, 9);

    [Theory, ClassData(typeof(BothDatabases))]
    public Task At_night_by_the_worker(Engine engine) => RaceAsync(engine, Day.AddDays(1),
        (office, _) => office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None));

    [Theory, ClassData(typeof(BothDatabases))]
    public Task At_closing_time_by_the_clerk(Engine engine) => RaceAsync(engine, Day,
        (office, counterId) => office.Staff<MarkNotCome>().RunAsync(new(counterId, Day), office.ByStaff(), CancellationToken.None));

    private static async Task RaceAsync(Engine engine, DateOnly today, Func<TestOffice, Guid, Task<int>> markAsync)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(Visits);
        var visits = new List<Guid>();
        for (var i = 0; i < Visits; i++)
            visits.Add(Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(offices.Cards[i].Id, offices.Far, Day, At(i))).VisitId);
        office.Clock.SetUtcNow(JapanTime.InstantOf(today, new TimeOnly(22, 0)));

        var moves = visits.Select((visit, i) => Task.Run(() =>
            office.Staff<ChangeVisit>().RunAsync(new(visit, offices.Far.Id, Later, At(i)), office.ByStaff(), CancellationToken.None))).ToList();
        var mark = Task.Run(() => markAsync(office, offices.Far.Id));
        var moved = (await Task.WhenAll(moves)).Count(outcome => outcome is ChangeVisit.Changed);

        Assert.Equal(Visits - moved, await mark);
        Assert.Equal(moved, await CountAsync(ReservationState.Booked, Later));
        Assert.Equal(Visits - moved, await CountAsync(ReservationState.NoShow, Day));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);

        Task<int> CountAsync(ReservationState state, DateOnly day) => office.SeeAsync(context => context.Reservations
            .CountAsync(row => row.State == state && context.Visits.Any(visit => visit.Id == row.VisitId && visit.Day == day)));
    }

    private static TimeOnly At(int visit) => new TimeOnly(9, 0).AddMinutes(15 * (visit / 2));
}
