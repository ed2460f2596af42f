using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Counters;

/// <summary>The counters of a municipality with their hours and closures, for pages that choose or change them.</summary>
[UseCase(UsedBy.Both)]
public sealed class ReadCounters(Database database)
{
    /// <param name="Hours">The whole weeks of every effective day, old ones too.</param>
    /// <param name="Buildings">Offices in which a counter can stand.</param>
    public sealed record Shown(IReadOnlyList<Counter> Counters, IReadOnlyList<OpeningHours> Hours, IReadOnlyList<Closure> Closures, IReadOnlyList<Location> Buildings,
        IReadOnlyList<SpecialHours> SpecialHours, IReadOnlyList<OfficeLimit> Limits);

    public Task<Shown> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => new Shown(
            await context.Counters.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellationToken),
            await context.OpeningHours.AsNoTracking().OrderBy(row => row.EffectiveOn).ThenBy(row => row.Weekday).ThenBy(row => row.OpensAt).ToListAsync(cancellationToken),
            await context.Closures.AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.Id).ToListAsync(cancellationToken),
            await context.Locations.AsNoTracking().Where(row => row.Kind == LocationKind.Building && !row.Retired).OrderBy(row => row.Path).ToListAsync(cancellationToken),
            await context.SpecialHours.AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.OpensAt).ToListAsync(cancellationToken),
            await context.OfficeLimits.AsNoTracking().OrderBy(row => row.EffectiveOn).ToListAsync(cancellationToken)),
            cancellationToken);
}
