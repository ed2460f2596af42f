using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Vaults;

/// <summary>The vaults, which of them stand open, and since when. Of nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListVaults(Database database)
{
    /// <param name="OpenSince">Null where it is locked.</param>
    /// <param name="AfterHours">It stands open although its office has closed, or was not open today.</param>
    public sealed record Vault(LocationWords Place, DateTimeOffset? OpenSince, string? UnlockedBy, bool AfterHours);

    public sealed record View(IReadOnlyList<Vault> Vaults);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var vaults = await context.Locations.AsNoTracking().Where(row => row.Kind == LocationKind.Vault).OrderBy(row => row.Path).ToListAsync(cancellationToken);
            var open = await context.VaultOpenings.AsNoTracking().Where(row => row.LockedAt == null).ToDictionaryAsync(row => row.LocationId, cancellationToken);
            var words = await LocationWords.OfAsync(context, [.. vaults.Select(row => row.Id)], cancellationToken);
            var names = await context.StaffMembers.Select(row => new { row.Id, row.DisplayName }).ToDictionaryAsync(row => row.Id.ToString(), row => row.DisplayName, cancellationToken);
            var afterHours = (await AfterHoursAsync(context, cancellationToken)).ToHashSet();
            return new View(
                [.. vaults.Where(row => !row.Retired || open.ContainsKey(row.Id)).Select(row => open.GetValueOrDefault(row.Id) is { } opening
                    ? new Vault(words[row.Id], opening.UnlockedAt, NameOf(opening.UnlockedBy), afterHours.Contains(row.Id))
                    : new Vault(words[row.Id], null, null, AfterHours: false))]);

            string NameOf(string account) => names.GetValueOrDefault(account, "—");
        }, cancellationToken);

    /// <summary>How many stand open although their office has closed: the alarm of the first page.</summary>
    public Task<int> OpenAfterHoursAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => (await AfterHoursAsync(context, cancellationToken)).Count, cancellationToken);

    /// <summary>Those that stand open in the office of a counter, whatever the time: whoever closes the counter's day is told.</summary>
    public Task<IReadOnlyList<LocationWords>> OpenAtAsync(MunicipalityCode municipality, Guid counterId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LocationWords>>(municipality, async context =>
        {
            var open = await (
                from counter in context.Counters
                where counter.Id == counterId
                join vault in context.Locations on (Guid?)counter.BuildingId equals vault.ParentId
                join opening in context.VaultOpenings on vault.Id equals opening.LocationId
                where opening.LockedAt == null
                orderby vault.Path
                select vault.Id).ToListAsync(cancellationToken);
            var words = await LocationWords.OfAsync(context, open, cancellationToken);
            return [.. open.Select(id => words[id])];
        }, cancellationToken);

    /// <summary>An office closes when the last of its counters does; on a day without hours it is closed from the beginning.</summary>
    private async Task<IReadOnlyList<Guid>> AfterHoursAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var open = await context.VaultOpenings.Where(row => row.LockedAt == null).Join(context.Locations, row => row.LocationId, row => row.Id, (_, vault) => vault).AsNoTracking().ToListAsync(cancellationToken);
        if (open.Count == 0) return [];
        var (today, now) = (JapanTime.Today(database.Clock), JapanTime.TimeNow(database.Clock));
        var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
        return [.. open.Where(vault => calendar.Counters.Where(counter => counter.BuildingId == vault.ParentId)
            .SelectMany(counter => calendar.StretchesOf(counter, today)).All(stretch => stretch.ClosesAt <= now)).Select(vault => vault.Id)];
    }
}
