using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>
/// The days on which counters may have a free seat: one look for everyone who waits, so that a full month costs a worker next to
/// nothing. Whether a seat is long enough and may be taken is asked afterwards.
/// </summary>
internal sealed class FreeDays
{
    private readonly HashSet<(Guid CounterId, DateOnly Day)> days;
    private readonly SortedSet<DateOnly> any;

    private FreeDays(CounterCalendar calendar, HashSet<(Guid CounterId, DateOnly Day)> days)
    {
        Calendar = calendar;
        this.days = days;
        any = [.. days.Select(row => row.Day)];
    }

    public CounterCalendar Calendar { get; }

    public static async Task<FreeDays> LoadAsync(TewatashiContext context, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
        var cells = await context.Cells.AsNoTracking().Where(cell => cell.Day >= from && cell.Day <= to && cell.Minute > SeatDays.Head)
            .GroupBy(cell => new { cell.OwnerId, cell.Day })
            .Select(cells => new { cells.Key.OwnerId, cells.Key.Day, Free = cells.Any(cell => cell.Taken < cell.Capacity) })
            .ToListAsync(cancellationToken);
        var made = cells.ToDictionary(row => (row.OwnerId, row.Day), row => row.Free);
        var days = new HashSet<(Guid, DateOnly)>();
        foreach (var counter in calendar.Counters.Where(counter => counter.Active))
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                // A day that nobody has booked yet has no cells and is free as long as the counter is open.
                if (made.TryGetValue((counter.Id, day), out var free) ? free : calendar.StretchesOf(counter, day).Count > 0) days.Add((counter.Id, day));
            }
        }

        return new FreeDays(calendar, days);
    }

    public bool MayHold(WaitingEntry entry) => any.GetViewBetween(entry.FromOn, entry.ToOn).Count > 0;

    /// <summary>The days of a counter between two days, both inclusive, in their order.</summary>
    public IEnumerable<DateOnly> Of(Guid counterId, DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (days.Contains((counterId, day))) yield return day;
        }
    }
}
