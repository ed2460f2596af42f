using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>Ends change lists: what still names a person is erased in the same transaction.</summary>
internal static class ChangeLists
{
    /// <summary>The last row was decided.</summary>
    public static async Task EndWhereDoneAsync(Work work, Guid listId, CancellationToken cancellationToken)
    {
        if (await work.Context.ChangeRows.AnyAsync(row => row.ListId == listId && row.State == ChangeRowState.Open, cancellationToken)) return;
        await EndAsync(work.Context, work.Context.ChangeLists.Where(row => row.Id == listId), work.Now, cancellationToken);
    }

    /// <returns>How many lists were ended.</returns>
    public static async Task<int> EndAsync(TewatashiContext context, IQueryable<ChangeList> lists, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await lists.Where(row => row.EndedAt == null).Select(row => row.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0) return 0;
        await context.ChangeRows.Where(row => ids.Contains(row.ListId) && row.State == ChangeRowState.Open).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ChangeRowState.Erased)
            .SetProperty(row => row.KanaName, (byte[]?)null)
            .SetProperty(row => row.Birthday, (byte[]?)null)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        return await context.ChangeLists.Where(row => ids.Contains(row.Id) && row.EndedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ChangeListState.Ended)
            .SetProperty(row => row.EndedAt, now)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
    }
}
