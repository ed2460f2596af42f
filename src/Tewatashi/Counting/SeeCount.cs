using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Storage;

namespace Tewatashi.Counting;

/// <summary>What the scanning page shows of a count: the place and how many labels were scanned, never what the books say.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeCount(Database database)
{
    public sealed record View(Guid CountId, LocationWords Place, CountState State, CountReason Reason, int Labels);

    /// <summary>Null where there is no such count.</summary>
    public Task<View?> RunAsync(MunicipalityCode municipality, Guid countId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            if (await context.StockCounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == countId, cancellationToken) is not { } count) return null;
            var place = await LocationWords.OfAsync(context, count.LocationId, cancellationToken);
            var labels = await context.CountScans.CountAsync(row => row.CountId == countId, cancellationToken);
            return new View(count.Id, place!, count.State, count.Reason, labels); // a foreign key holds the place
        }, cancellationToken);
}
