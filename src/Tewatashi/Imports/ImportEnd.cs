using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>Ends a run that dealt with every row.</summary>
internal static class ImportEnd
{
    /// <summary>False: the import was taken from this run at the last moment.</summary>
    public static Task<bool> EndImportAsync(
        this Database database, Guid importId, string claimedBy, ImportCounts counts, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ApplyImport, async work =>
        {
            if (await work.MineAsync(importId, claimedBy, cancellationToken) is not { } import)
            {
                work.Abandon();
                return false;
            }

            import.State = ImportState.Applied;
            import.FinishedAt = work.Now;
            import.ClaimedBy = null;
            import.ClaimedUntil = null;
            await work.DropFileAsync(importId, cancellationToken);
            work.Record("Applied", importId, FormattableString.Invariant(
                $"rows {counts.Read}, added {counts.Added}, unchanged {counts.Unchanged}, refused {counts.Refused}, warnings {counts.Warnings}"));
            return true;
        }, cancellationToken: cancellationToken);
}
