using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>The rows that a <see cref="CounterCalendar"/> is made of.</summary>
/// <param name="Counters">In order of their codes, closed down ones too.</param>
public sealed record CalendarTables(
    IReadOnlyList<Counter> Counters, IReadOnlyList<OpeningHours> Hours, IReadOnlyList<Closure> Closures, CalendarExceptions Exceptions, KeptQuota Kept)
{
    public static async Task<CalendarTables> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) => new(
        await context.Counters.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellationToken),
        await context.OpeningHours.AsNoTracking().ToListAsync(cancellationToken),
        await context.Closures.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
        new CalendarExceptions(
            await context.SpecialHours.AsNoTracking().ToListAsync(cancellationToken),
            await context.FewerBooths.AsNoTracking().ToListAsync(cancellationToken),
            await context.OfficeLimits.AsNoTracking().ToListAsync(cancellationToken),
            await OutageSpan.AllAsync(context, cancellationToken)),
        new KeptQuota(
            await context.Settings.AsNoTracking().SingleAsync(cancellationToken),
            await context.PlannedRules.AsNoTracking().ToListAsync(cancellationToken)));
}
