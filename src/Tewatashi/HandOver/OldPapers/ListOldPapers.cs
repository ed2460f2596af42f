using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.OldPapers;

/// <summary>What was taken back: what is still to be destroyed, the oldest first, and what was done lately. Kinds and counts alone. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ListOldPapers(Database database)
{
    public const int MostDone = 200;

    /// <param name="By">Who destroyed or punched it; null while it is kept.</param>
    /// <param name="HandOverCancelled">The hand-over was taken back: perhaps it belongs to the person still.</param>
    public sealed record Line(OldPaper Paper, string TakenBy, string? By, string? Witness, bool HandOverCancelled);

    public sealed record View(IReadOnlyList<Line> Kept, IReadOnlyList<Line> Done);

    public Task<View> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ViewOldPapers, async work =>
        {
            var papers = work.Context.OldPapers.AsNoTracking();
            var kept = await papers.Where(row => row.Handling == OldPaperHandling.Kept && row.DestroyedAt == null).OrderBy(row => row.TakenAt).ThenBy(row => row.Id).Take(DestroyOldPapers.Most).ToListAsync(cancellationToken);
            var done = await papers.Where(row => row.Handling != OldPaperHandling.Kept || row.DestroyedAt != null).OrderByDescending(row => row.TakenAt).ThenBy(row => row.Id).Take(MostDone).ToListAsync(cancellationToken);
            List<OldPaper> all = [.. kept, .. done];
            var records = all.Select(row => row.HandOverId).Distinct().ToList();
            var cancelled = (await work.Context.HandOvers.Where(row => records.Contains(row.Id) && row.CancelledAt != null).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
            var names = await StaffNames.OfAsync(work.Context, all.SelectMany(row => new[] { (Guid?)row.TakenBy, row.DestroyedBy, row.WitnessId }).Select(id => id?.ToString()), cancellationToken);
            work.Record("Viewed", detail: FormattableString.Invariant($"{kept.Count}"));
            return new View(Lines(kept), Lines(done));

            List<Line> Lines(List<OldPaper> rows) => rows.ConvertAll(row => new Line(row, NameOf(row.TakenBy) ?? "—",
                row.Handling == OldPaperHandling.Punched ? NameOf(row.TakenBy) : NameOf(row.DestroyedBy), NameOf(row.WitnessId), cancelled.Contains(row.HandOverId)));

            string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known.ToString(), "—") : null;
        }, cancellationToken: cancellationToken);
}
