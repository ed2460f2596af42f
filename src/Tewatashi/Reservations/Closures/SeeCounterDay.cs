using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Closures;

/// <summary>Shows how many seats a counter has today, cell by cell, and how many are taken.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeCounterDay(Database database)
{
    /// <summary>Null where there is no such counter.</summary>
    public Task<CounterDay?> RunAsync(MunicipalityCode municipality, Guid counterId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var day = JapanTime.DateOf(now);
            var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
            if (calendar.Counters.FirstOrDefault(row => row.Id == counterId) is not { } counter) return null;
            var stock = await SeatStock.LoadAsync(context, calendar, [counter], day, day, now, cancellationToken);
            var free = stock.TimesOf(counter, day, counter.GridMinutes, Channel.Counter).ToDictionary(time => time.StartsAt, time => time.Free);
            var taken = await context.Cells.AsNoTracking().Where(cell => cell.OwnerId == counterId && cell.Day == day && cell.Minute > SeatDays.Head)
                .ToDictionaryAsync(cell => cell.Minute, cell => cell.Taken, cancellationToken);
            var lines = calendar.CellsOf(counter.BuildingId, day).Where(cell => cell.OwnerId == counterId).OrderBy(cell => cell.Minute)
                .Select(cell => (At: TimeOnly.MinValue.AddMinutes(cell.Minute), cell.Capacity, Taken: taken.GetValueOrDefault(cell.Minute)))
                .Select(cell => new CounterDay.Line(cell.At, cell.Capacity, cell.Taken, free.GetValueOrDefault(cell.At)))
                .ToList();
            var fewer = await context.FewerBooths.AsNoTracking().Where(row => row.CounterId == counterId && row.Day == day).OrderBy(row => row.FromAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            return new CounterDay(counter, day, calendar.WhyClosed(counter, day), lines, fewer);
        }, cancellationToken);
}
