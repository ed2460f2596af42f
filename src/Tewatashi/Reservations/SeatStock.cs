using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// What is free at the counters between two days, as a booking at this moment would find it: cells where they are made, the
/// calendar where they are not yet, and holds that have run out counted as free.
/// </summary>
internal sealed class SeatStock
{
    private readonly CounterCalendar calendar;
    private readonly Dictionary<(Guid Owner, DateOnly Day), Dictionary<int, Free>> made;

    private SeatStock(CounterCalendar calendar, Dictionary<(Guid Owner, DateOnly Day), Dictionary<int, Free>> made)
    {
        this.calendar = calendar;
        this.made = made;
    }

    /// <param name="Any">Seats for the telephone and the counter.</param>
    /// <param name="Web">Seats for the internet: less the kept ones.</param>
    private readonly record struct Free(int Any, int Web);

    /// <summary>As if nobody had booked anything.</summary>
    public static SeatStock Unbooked(CounterCalendar calendar) => new(calendar, []);

    public static async Task<SeatStock> LoadAsync(
        TewatashiContext context, CounterCalendar calendar, IReadOnlyCollection<Counter> counters, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owners = counters.Select(counter => counter.Id).Concat(counters.Select(counter => counter.BuildingId)).Distinct().ToList();
        var buildings = counters.Select(counter => counter.BuildingId).Distinct().ToList();
        var cells = await context.Cells.AsNoTracking()
            .Where(cell => owners.Contains(cell.OwnerId) && cell.Day >= from && cell.Day <= to && cell.Minute > SeatDays.Head)
            .Select(cell => new { cell.OwnerId, cell.Day, cell.Minute, cell.Capacity, cell.Kept, cell.Taken, cell.TakenOnWeb })
            .ToListAsync(cancellationToken);
        var made = new Dictionary<(Guid, DateOnly), Dictionary<int, Free>>();
        foreach (var cell in cells)
        {
            if (!made.TryGetValue((cell.OwnerId, cell.Day), out var day)) made[(cell.OwnerId, cell.Day)] = day = [];
            day[cell.Minute] = new Free(cell.Capacity - cell.Taken, cell.Capacity - cell.Kept - cell.TakenOnWeb);
        }

        var expired = await context.Visits.AsNoTracking()
            .Where(row => row.Seat == SeatState.Held && row.HoldExpiresAt <= now && buildings.Contains(row.BuildingId) && row.Day >= from && row.Day <= to)
            .ToListAsync(cancellationToken);
        foreach (var span in expired.Select(visit => visit.Span))
        {
            foreach (var (owner, day, minute) in span.Cells())
            {
                if (!made.TryGetValue((owner, day), out var there) || !there.TryGetValue(minute, out var free)) continue;
                there[minute] = new Free(free.Any + 1, free.Web + (span.OnWeb ? 1 : 0));
            }
        }

        return new SeatStock(calendar, made);
    }

    /// <summary>Every time of a day at which so many minutes are free in one piece, at the counter and in the office.</summary>
    /// <param name="keptToo">The internet may take the kept seats of this day too.</param>
    public IReadOnlyList<SeatTime> TimesOf(Counter counter, DateOnly day, int minutes, Channel channel, bool keptToo = false)
    {
        var free = channel == Channel.Web && !keptToo ? Channel.Web : Channel.Phone;
        return TimesOf(counter, minutes, FreeOf(counter.Id, counter.BuildingId, day, free), FreeOf(counter.BuildingId, counter.BuildingId, day, free));
    }

    /// <summary>
    /// How many visits still fit into a day at each of these counters, booked on a channel: every counter filled from its first time on, the
    /// total of an office shared by its counters. Computed from what was loaded; asks the database nothing.
    /// </summary>
    /// <param name="minutesOf">Length of a visit on a counter's grid.</param>
    public IEnumerable<(Counter Counter, int Visits)> RoomOf(IReadOnlyCollection<Counter> counters, DateOnly day, Func<Counter, int> minutesOf, Channel channel = Channel.Web)
    {
        foreach (var office in counters.GroupBy(counter => counter.BuildingId))
        {
            var inOffice = FreeOf(office.Key, office.Key, day, channel);
            foreach (var counter in office)
            {
                var (atCounter, minutes, visits) = (FreeOf(counter.Id, counter.BuildingId, day, channel), minutesOf(counter), 0);
                foreach (var minute in atCounter.Keys.Order())
                {
                    var free = Math.Min(Least(atCounter, minute, minutes, counter.GridMinutes), Least(inOffice, minute, minutes, SeatSpan.OfficeGridMinutes));
                    if (free <= 0) continue;
                    Take(atCounter, minute, minutes, counter.GridMinutes, free);
                    Take(inOffice, minute, minutes, SeatSpan.OfficeGridMinutes, free);
                    visits += free;
                }

                yield return (counter, visits);
            }
        }
    }

    private static void Take(Dictionary<int, int> free, int from, int minutes, int step, int seats)
    {
        for (var minute = from; minute < from + minutes; minute += step) free[minute] -= seats;
    }

    private static List<SeatTime> TimesOf(Counter counter, int minutes, Dictionary<int, int> atCounter, Dictionary<int, int> inOffice)
    {
        if (atCounter.Count == 0) return [];
        var times = new List<SeatTime>();
        foreach (var minute in atCounter.Keys.Order())
        {
            var free = Math.Min(Least(atCounter, minute, minutes, counter.GridMinutes), Least(inOffice, minute, minutes, SeatSpan.OfficeGridMinutes));
            if (free > 0) times.Add(new SeatTime(TimeOnly.MinValue.AddMinutes(minute), free));
        }

        return times;
    }

    private Dictionary<int, int> FreeOf(Guid ownerId, Guid buildingId, DateOnly day, Channel channel)
    {
        var cells = made.GetValueOrDefault((ownerId, day))
            ?? calendar.CellsOf(buildingId, day).Where(cell => cell.OwnerId == ownerId).ToDictionary(cell => cell.Minute, cell => new Free(cell.Capacity, cell.Capacity - cell.Kept));
        return cells.ToDictionary(cell => cell.Key, cell => channel == Channel.Web ? Math.Min(cell.Value.Any, cell.Value.Web) : cell.Value.Any);
    }

    private static int Least(Dictionary<int, int> free, int from, int minutes, int step)
    {
        var least = int.MaxValue;
        for (var minute = from; minute < from + minutes && least > 0; minute += step) least = Math.Min(least, free.GetValueOrDefault(minute));
        return least;
    }
}
