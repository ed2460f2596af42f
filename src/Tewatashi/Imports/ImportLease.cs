using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>
/// Who is working on an import: a run writes its name into the row and renews it with every portion. A run whose name is no
/// longer there was given up for dead and must stop; so two runs never work on one import.
/// </summary>
internal static class ImportLease
{
    /// <summary>A run that has not been heard of for so long is taken for dead.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Begins a run from the start: counts at zero, earlier problems gone. False: someone else is at it, or nothing is to be done.</summary>
    /// <param name="from">The state in which the run begins.</param>
    /// <param name="steal">Whether a run that is still heard of is cut off, because a person began this one anew.</param>
    public static async Task<bool> TakeImportAsync(
        this Work work, Guid importId, ImportState from, string run, bool steal, CancellationToken cancellationToken)
    {
        var now = work.Now;
        var until = now + Length;
        var taken = await work.Context.Imports
            .Where(row => row.Id == importId && row.State == from && (steal || row.ClaimedUntil == null || row.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.ClaimedBy, run)
                .SetProperty(row => row.ClaimedUntil, until)
                .SetProperty(row => row.RowsRead, 0)
                .SetProperty(row => row.Added, 0)
                .SetProperty(row => row.Unchanged, 0)
                .SetProperty(row => row.Refused, 0)
                .SetProperty(row => row.Warnings, 0)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (taken == 0) return false;
        await work.Context.ImportProblems.Where(row => row.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        await work.PutOffAsync(importId, until, cancellationToken);
        return true;
    }

    /// <summary>Counts a portion and renews the run's claim. False: the import was taken from this run.</summary>
    public static async Task<bool> CountAsync(this Work work, Guid importId, string run, ImportCounts counts, CancellationToken cancellationToken)
    {
        var until = work.Now + Length;
        var counted = await work.Context.Imports
            .Where(row => row.Id == importId && row.ClaimedBy == run)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.ClaimedUntil, until)
                .SetProperty(row => row.RowsRead, row => row.RowsRead + counts.Read)
                .SetProperty(row => row.Added, row => row.Added + counts.Added)
                .SetProperty(row => row.Unchanged, row => row.Unchanged + counts.Unchanged)
                .SetProperty(row => row.Refused, row => row.Refused + counts.Refused)
                .SetProperty(row => row.Warnings, row => row.Warnings + counts.Warnings), cancellationToken);
        if (counted == 0) return false;
        await work.PutOffAsync(importId, until, cancellationToken);
        return true;
    }

    /// <summary>The import as this run holds it, to be ended; null where it was taken from it.</summary>
    public static Task<Import?> MineAsync(this Work work, Guid importId, string run, CancellationToken cancellationToken) =>
        work.Context.Imports.FirstOrDefaultAsync(row => row.Id == importId && row.ClaimedBy == run, cancellationToken);

    /// <summary>Takes the file's pieces and the word to whoever looks for work away: nothing is left to be done.</summary>
    public static async Task DropFileAsync(this Work work, Guid importId, CancellationToken cancellationToken)
    {
        await work.Context.ImportParts.Where(row => row.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        await work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == importId).ExecuteDeleteAsync(cancellationToken);
    }

    // Whoever looks for work comes by only when the claim has run out.
    private static Task<int> PutOffAsync(this Work work, Guid importId, DateTimeOffset until, CancellationToken cancellationToken) =>
        work.Context.WorkItems.Where(row => row.Municipality == work.Municipality && row.SubjectId == importId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancellationToken);
}
