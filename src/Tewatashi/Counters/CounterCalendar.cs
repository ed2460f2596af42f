using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counters;

/// <summary>
/// When the counters of a municipality are open and how many seats their cells have. The weekly hours decide the weekdays, a
/// Saturday included; holidays (unless the counter opens on them), 12/29 to 1/3 and 休庁日 close whatever the hours say. 臨時の開庁時間 of a day
/// open it all the same, 休庁日 excepted.
/// </summary>
public sealed class CounterCalendar
{
    private readonly ILookup<Guid, OpeningHours> hours;
    private readonly ILookup<DateOnly, Closure> closures;
    private readonly ILookup<(Guid CounterId, DateOnly Day), SpecialHours> special;
    private readonly ILookup<(Guid CounterId, DateOnly Day), FewerBooths> fewer;
    private readonly ILookup<Guid, OfficeLimit> limits;
    private readonly IReadOnlyList<OutageSpan> outages;
    private readonly KeptQuota kept;

    public CounterCalendar(CalendarTables tables)
    {
        Counters = tables.Counters;
        hours = tables.Hours.ToLookup(row => row.CounterId);
        closures = tables.Closures.ToLookup(row => row.Day);
        special = tables.Exceptions.SpecialHours.ToLookup(row => (row.CounterId, row.Day));
        fewer = tables.Exceptions.FewerBooths.ToLookup(row => (row.CounterId, row.Day));
        limits = tables.Exceptions.Limits.ToLookup(row => row.BuildingId);
        outages = tables.Exceptions.Outages;
        kept = tables.Kept;
        BusinessDays = new BusinessDays(day => closures[day].Any(closure => closure.CounterId is null));
    }

    /// <summary>Every counter, closed down ones too.</summary>
    public IReadOnlyList<Counter> Counters { get; }

    /// <summary>開庁日 of the municipality, by which periods are counted.</summary>
    public BusinessDays BusinessDays { get; }

    public static async Task<CounterCalendar> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        new(await CalendarTables.LoadAsync(context, cancellationToken));

    /// <summary>The open stretches of a counter on a day, in order; none where it is closed. Stretches that overlap add up.</summary>
    public IReadOnlyList<Stretch> StretchesOf(Counter counter, DateOnly day)
    {
        if (!counter.Active || ClosureOf(counter, day) is not null) return [];
        var own = special[(counter.Id, day)].ToList();
        var weekly = own.Exists(row => row.Replaces) || HolidayOf(counter, day) is not null ? [] : PatternOf(counter.Id, day);
        return own.Count == 0 ? weekly : [.. weekly.Concat(own.Select(row => new Stretch(row.OpensAt, row.ClosesAt, row.Booths))).OrderBy(stretch => stretch.OpensAt)];
    }

    /// <summary>Why a counter is closed on a day although its weekday may have hours; null where nothing closes it.</summary>
    public string? WhyClosed(Counter counter, DateOnly day) =>
        ClosureOf(counter, day)?.Reason ?? (special.Contains((counter.Id, day)) ? null : HolidayOf(counter, day));

    /// <summary>The day was opened or its hours changed for this date alone.</summary>
    public bool HasSpecialHours(Counter counter, DateOnly day) => special.Contains((counter.Id, day));

    /// <summary>The most visits an office can have at a time on a day; null where only its booths limit it.</summary>
    public int? LimitOf(Guid buildingId, DateOnly day) => limits[buildingId].Where(row => row.EffectiveOn <= day).MaxBy(row => row.EffectiveOn)?.Visits;

    /// <summary>The outage in which a visit lies at least with a part; null where it lies in none.</summary>
    public OutageSpan? OutageOf(SeatSpan span) =>
        outages.LastOrDefault(outage => outage.Meets(span.CounterId, span.Day, SeatSpan.MinuteOf(span.StartsAt), SeatSpan.MinuteOf(span.StartsAt) + span.Minutes));

    /// <summary>Every cell that an office has on a day: those of its counters, and those of its total.</summary>
    public IReadOnlyList<CellSize> CellsOf(Guid buildingId, DateOnly day)
    {
        var cells = new List<CellSize>();
        var total = new SortedDictionary<int, int>();
        foreach (var counter in Counters.Where(counter => counter.BuildingId == buildingId))
        {
            foreach (var (minute, booths) in BoothsOf(counter, day))
            {
                cells.Add(Size(counter.Id, day, minute, booths));
                for (var part = minute; part < minute + counter.GridMinutes; part += SeatSpan.OfficeGridMinutes)
                    total[part] = total.GetValueOrDefault(part) + booths;
            }
        }

        var most = LimitOf(buildingId, day) ?? int.MaxValue;
        cells.AddRange(total.Select(part => Size(buildingId, day, part.Key, Math.Min(part.Value, most))));
        return cells;
    }

    // Every cell of the counter's own grid with its booths, less those that are not staffed then.
    private SortedDictionary<int, int> BoothsOf(Counter counter, DateOnly day)
    {
        var booths = new SortedDictionary<int, int>();
        foreach (var stretch in StretchesOf(counter, day))
        {
            var closes = SeatSpan.MinuteOf(stretch.ClosesAt);
            for (var minute = SeatSpan.MinuteOf(stretch.OpensAt); minute + counter.GridMinutes <= closes; minute += counter.GridMinutes)
                booths[minute] = booths.GetValueOrDefault(minute) + stretch.Booths;
        }

        foreach (var less in fewer[(counter.Id, day)])
        {
            var from = SeatSpan.MinuteOf(less.FromAt);
            var until = SeatSpan.MinuteOf(less.UntilAt);
            foreach (var minute in booths.Keys.Where(minute => minute < until && minute + counter.GridMinutes > from).ToList())
                booths[minute] = Math.Max(0, booths[minute] - less.Booths);
        }

        foreach (var outage in outages)
        {
            foreach (var minute in booths.Keys.Where(minute => outage.Meets(counter.Id, day, minute, minute + counter.GridMinutes)).ToList()) booths[minute] = 0;
        }

        return booths;
    }

    private CellSize Size(Guid ownerId, DateOnly day, int minute, int capacity) =>
        new(ownerId, day, minute, capacity, Kept: capacity * kept.On(day) / 100);

    private Closure? ClosureOf(Counter counter, DateOnly day) =>
        closures[day].FirstOrDefault(closure => closure.CounterId is null || closure.CounterId == counter.Id);

    private static string? HolidayOf(Counter counter, DateOnly day) =>
        (counter.OpenOnHolidays ? null : JapaneseHolidays.NameOf(day)) ?? (day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } ? "年末年始" : null);

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
