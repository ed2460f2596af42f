using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counters;

/// <summary>
/// When the counters of a municipality are open and how many seats their cells have. The weekly hours decide the weekdays, a
/// Saturday included; holidays (unless the counter opens on them), 12/29 to 1/3 and 休庁日 close whatever the hours say.
/// </summary>
public sealed class CounterCalendar
{
    private readonly ILookup<Guid, OpeningHours> hours;
    private readonly ILookup<DateOnly, Closure> closures;
    private readonly int keptPercent;

    public CounterCalendar(IReadOnlyList<Counter> counters, IEnumerable<OpeningHours> hours, IEnumerable<Closure> closures, int keptPercent)
    {
        Counters = counters;
        this.hours = hours.ToLookup(row => row.CounterId);
        this.closures = closures.ToLookup(row => row.Day);
        this.keptPercent = keptPercent;
        BusinessDays = new BusinessDays(day => this.closures[day].Any(closure => closure.CounterId is null));
    }

    /// <summary>Every counter, closed down ones too.</summary>
    public IReadOnlyList<Counter> Counters { get; }

    /// <summary>開庁日 of the municipality, by which periods are counted.</summary>
    public BusinessDays BusinessDays { get; }

    public static async Task<CounterCalendar> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) => new(
        await context.Counters.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellationToken),
        await context.OpeningHours.AsNoTracking().ToListAsync(cancellationToken),
        await context.Closures.AsNoTracking().ToListAsync(cancellationToken),
        await context.Settings.Select(row => row.KeptPercent).SingleAsync(cancellationToken));

    /// <summary>The open stretches of a counter on a day, in order; none where it is closed.</summary>
    public IReadOnlyList<Stretch> StretchesOf(Counter counter, DateOnly day) =>
        counter.Active && WhyClosed(counter, day) is null ? PatternOf(counter.Id, day) : [];

    /// <summary>Why a counter is closed on a day although its weekday may have hours; null where nothing closes it.</summary>
    public string? WhyClosed(Counter counter, DateOnly day) =>
        closures[day].FirstOrDefault(closure => closure.CounterId is null || closure.CounterId == counter.Id)?.Reason
        ?? (counter.OpenOnHolidays ? null : JapaneseHolidays.NameOf(day))
        ?? (day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } ? "年末年始" : null);

    /// <summary>Every cell that an office has on a day: those of its counters, and those of its total.</summary>
    public IReadOnlyList<CellSize> CellsOf(Guid buildingId, DateOnly day)
    {
        var cells = new List<CellSize>();
        var total = new SortedDictionary<int, int>();
        foreach (var counter in Counters.Where(counter => counter.BuildingId == buildingId))
        {
            foreach (var stretch in StretchesOf(counter, day))
            {
                var closes = SeatSpan.MinuteOf(stretch.ClosesAt);
                for (var minute = SeatSpan.MinuteOf(stretch.OpensAt); minute + counter.GridMinutes <= closes; minute += counter.GridMinutes)
                {
                    cells.Add(Size(counter.Id, day, minute, stretch.Booths));
                    for (var part = minute; part < minute + counter.GridMinutes; part += SeatSpan.OfficeGridMinutes)
                        total[part] = total.GetValueOrDefault(part) + stretch.Booths;
                }
            }
        }

        cells.AddRange(total.Select(part => Size(buildingId, day, part.Key, part.Value)));
        return cells;
    }

    private CellSize Size(Guid ownerId, DateOnly day, int minute, int capacity) =>
        new(ownerId, day, minute, capacity, Kept: capacity * keptPercent / 100);

    // The whole week of one effective date counts, so that a weekday left out of a newer week is closed.
    private List<Stretch> PatternOf(Guid counterId, DateOnly day)
    {
        var begun = hours[counterId].Where(row => row.EffectiveOn <= day).ToList();
        if (begun.Count == 0) return [];
        var latest = begun.Max(row => row.EffectiveOn);
        return
        [
            .. begun.Where(row => row.EffectiveOn == latest && row.Weekday == day.DayOfWeek).OrderBy(row => row.OpensAt)
                .Select(row => new Stretch(row.OpensAt, row.ClosesAt, row.Booths)),
        ];
    }
}
