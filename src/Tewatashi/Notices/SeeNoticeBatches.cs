using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>The batches of a municipality in numbers, the newest first.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeNoticeBatches(Database database)
{
    public const int PageSize = 30;

    public sealed record View(IReadOnlyList<BatchView> Batches, int Total);

    /// <param name="page">Counted from 1.</param>
    public Task<View> RunAsync(MunicipalityCode municipality, int page, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var total = await context.NoticeBatches.CountAsync(cancellationToken);
            var batches = await context.NoticeBatches.AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return new View(await BatchViews.OfAsync(context, batches, cancellationToken), total);
        }, cancellationToken);
}
