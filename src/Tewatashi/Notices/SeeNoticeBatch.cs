using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>One batch in numbers; null where there is none.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeNoticeBatch(Database database)
{
    public Task<BatchView?> RunAsync(MunicipalityCode municipality, Guid batchId, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
            (await BatchViews.OfAsync(
                context, await context.NoticeBatches.AsNoTracking().Where(row => row.Id == batchId).ToListAsync(cancellationToken), cancellationToken))
            .SingleOrDefault(), cancellationToken);
}
