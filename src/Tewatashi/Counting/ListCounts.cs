using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Counting;

/// <summary>What is to be counted and what is overdue. Names no card and no number of cards that the books expect.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListCounts(Database database)
{
    public sealed record ToCount(Guid CountId, LocationWords Place, CountReason Reason, CountState State, DateOnly PlannedOn);

    /// <param name="Since">From when on cards lie in it that nobody has counted.</param>
    public sealed record Overdue(LocationWords Place, DateOnly Since, DateOnly? CountedOn);

    /// <param name="Wholes">Buildings, vaults and shelves that can be counted whole.</param>
    public sealed record View(
        int CountsPerDay, int OverdueDays, bool DrawnToday, IReadOnlyList<ToCount> Counts, IReadOnlyList<Overdue> OverduePlaces, IReadOnlyList<LocationWords> Wholes);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var today = JapanTime.Today(database.Clock);
            var settings = await context.Settings.AsNoTracking().SingleAsync(cancellationToken);
            var live = await context.StockCounts.AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellationToken);
            var overdue = (await CountDue.OfAsync(context, cancellationToken)).Where(place => place.IsOverdue(today, settings.CountOverdueDays)).ToList();
            var wholes = await context.Locations.Where(row => row.Capacity == null && !row.Retired).OrderBy(row => row.Path).Select(row => row.Id).ToListAsync(cancellationToken);
            var words = await LocationWords.OfAsync(
                context, [.. live.Select(row => row.LocationId), .. overdue.Select(row => row.LocationId), .. wholes], cancellationToken);
            return new View(
                settings.CountsPerDay,
                settings.CountOverdueDays,
                await context.StockCounts.AnyAsync(row => row.PlannedOn == today && row.DailyOrdinal != null, cancellationToken),
                [.. live.Select(row => new ToCount(row.Id, words[row.LocationId], row.Reason, row.State, row.PlannedOn)).OrderBy(row => row.Place.Path, StringComparer.Ordinal)],
                [.. overdue.Select(row => new Overdue(words[row.LocationId], row.Since!.Value, row.CountedOn))], // overdue only with a day
                [.. wholes.Select(id => words[id])]);
        }, cancellationToken);

    /// <summary>How many places are overdue: the alarm of the first page.</summary>
    public Task<int> OverdueAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var days = await context.Settings.Select(row => row.CountOverdueDays).SingleAsync(cancellationToken);
            var today = JapanTime.Today(database.Clock);
            return (await CountDue.OfAsync(context, cancellationToken)).Count(place => place.IsOverdue(today, days));
        }, cancellationToken);
}
