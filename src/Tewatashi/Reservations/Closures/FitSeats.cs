using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// Fits the seats of days that were booked before to the calendar as it is now, a few days in each stroke so that nobody waits long.
/// What is left to fit stands in the worker's queue until it is done: it goes on where it was left, however often it is started.
/// </summary>
[UseCase(UsedBy.Staff | UsedBy.Worker)]
public sealed class FitSeats(Database database)
{
    // As many live visits at most in one stroke; a single day is never divided.
    private const int VisitsAtOnce = 200;
    private static readonly TimeSpan WorkerWaits = TimeSpan.FromMinutes(1);

    /// <summary>Every office of the municipality, from today on.</summary>
    /// <returns>How many booked visits lost their place.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        await database.WriteAsync(caller with { OperationId = null }, OperationKind.FitSeats, async work =>
        {
            foreach (var building in await work.Context.Counters.Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken))
                await QueueAsync(work, building, cancellationToken);
            work.Record("Begun");
            return true;
        }, cancellationToken: cancellationToken);
        return await GoOnAsync(caller, cancellationToken);
    }

    /// <summary>Fits what is left, until nothing is. How many booked visits lost their place.</summary>
    public async Task<int> GoOnAsync(Caller caller, CancellationToken cancellationToken)
    {
        var lost = 0;
        foreach (var item in await QueuedAsync(caller, cancellationToken))
        {
            foreach (var days in await StrokesAsync(caller, item.SubjectId, cancellationToken))
                lost += await FitAsync(caller, item.SubjectId, days, cancellationToken);
            // Where someone changed the calendar again meanwhile, the item is another one: they go on with it.
            await database.DirectoryAsync(context => Items(context, caller).Where(row => row.SubjectId == item.SubjectId && row.DueAt == item.DueAt)
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }

        return lost;
    }

    /// <summary>Municipalities that have days left to fit since a while: whoever began does not come any more.</summary>
    public Task<List<Municipalities.MunicipalityCode>> LeftAsync(CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        return database.ReadAsync(null, context => context.WorkItems.Where(row => row.Kind == WorkKind.FitSeats && row.DueAt <= now)
            .Select(row => row.Municipality).Distinct().ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Inside the transaction of a change: fits its first days and puts the rest into the queue.</summary>
    internal static async Task<int> BeginAsync(Work work, IReadOnlyCollection<Guid> buildings, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        var lost = 0;
        var strokes = 0;
        foreach (var building in buildings.Order())
        {
            foreach (var stroke in await StrokesAsync(work.Context, building, days, cancellationToken))
            {
                if (strokes++ == 0)
                {
                    await work.StopMakingAsync([building], stroke, cancellationToken);
                    lost += await work.FitAsync(building, stroke, cancellationToken);
                }
                else
                {
                    await QueueAsync(work, building, cancellationToken);
                    break;
                }
            }
        }

        return lost;
    }

    private Task<int> FitAsync(Caller caller, Guid building, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.FitSeats, async work =>
        {
            await work.StopMakingAsync([building], days, cancellationToken);
            work.Record("Fitted", building, FormattableString.Invariant($"{days[0]:yyyy-MM-dd} {days[^1]:yyyy-MM-dd}"));
            return await work.FitAsync(building, days, cancellationToken);
        }, cancellationToken: cancellationToken);

    private Task<List<WorkItem>> QueuedAsync(Caller caller, CancellationToken cancellationToken) =>
        database.ReadAsync(null, context => Items(context, caller).AsNoTracking().OrderBy(row => row.SubjectId).ToListAsync(cancellationToken), cancellationToken);

    private Task<IReadOnlyList<IReadOnlyList<DateOnly>>> StrokesAsync(Caller caller, Guid building, CancellationToken cancellationToken) =>
        database.ReadAsync(caller.Municipality, async context =>
        {
            var today = JapanTime.DateOf(database.Clock.GetUtcNow());
            return await StrokesAsync(context, building, await HoursChange.DaysFromAsync(context, today, today, cancellationToken), cancellationToken);
        }, cancellationToken);

    private static async Task<IReadOnlyList<IReadOnlyList<DateOnly>>> StrokesAsync(
        TewatashiContext context, Guid building, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return [];
        var (first, last) = (days.Min(), days.Max());
        var live = await context.Visits.Where(row => row.BuildingId == building && row.Day >= first && row.Day <= last && (row.Seat == SeatState.Held || row.Seat == SeatState.Taken))
            .GroupBy(row => row.Day).Select(group => new { Day = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Day, row => row.Count, cancellationToken);
        var strokes = new List<IReadOnlyList<DateOnly>>();
        var stroke = new List<DateOnly>();
        var visits = 0;
        foreach (var day in days.Order())
        {
            var count = live.GetValueOrDefault(day);
            if (stroke.Count > 0 && visits + count > VisitsAtOnce)
            {
                strokes.Add(stroke);
                (stroke, visits) = ([], 0);
            }

            stroke.Add(day);
            visits += count;
        }

        strokes.Add(stroke);
        return strokes;
    }

    private static async Task QueueAsync(Work work, Guid building, CancellationToken cancellationToken)
    {
        var due = work.Now + WorkerWaits;
        if (await Items(work.Context, work.Caller).Where(row => row.SubjectId == building).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due), cancellationToken) > 0) return;
        work.Context.Add(new WorkItem { Municipality = work.Municipality, Kind = WorkKind.FitSeats, SubjectId = building, DueAt = due });
        await work.Context.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<WorkItem> Items(TewatashiContext context, Caller caller) =>
        context.WorkItems.Where(row => row.Municipality == caller.Municipality && row.Kind == WorkKind.FitSeats);
}
