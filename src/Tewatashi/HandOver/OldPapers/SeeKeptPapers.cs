using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.OldPapers;

/// <summary>What is still to be destroyed, the oldest first, as many as two people destroy at a time. Kinds and counts alone.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeKeptPapers(Database database)
{
    /// <param name="HandOverCancelled">The hand-over was taken back: perhaps it belongs to the person still.</param>
    public sealed record Line(OldPaper Paper, string TakenBy, bool HandOverCancelled);

    public Task<IReadOnlyList<Line>> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Line>>(municipality, async context =>
        {
            var kept = await context.OldPapers.AsNoTracking().Where(row => row.Handling == OldPaperHandling.Kept && row.DestroyedAt == null)
                .OrderBy(row => row.TakenAt).ThenBy(row => row.Id).Take(DestroyOldPapers.Most).ToListAsync(cancellationToken);
            var records = kept.Select(row => row.HandOverId).Distinct().ToList();
            var cancelled = (await context.HandOvers.Where(row => records.Contains(row.Id) && row.CancelledAt != null).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
            var names = await StaffNames.OfAsync(context, kept.Select(row => row.TakenBy.ToString()), cancellationToken);
            return kept.ConvertAll(row => new Line(row, names.GetValueOrDefault(row.TakenBy.ToString(), "—"), cancelled.Contains(row.HandOverId)));
        }, cancellationToken);
}
