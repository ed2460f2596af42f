using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.HandOver;

/// <summary>The latest wording of each line that the municipality worded.</summary>
internal static class ChecklistLines
{
    public static async Task<List<ChecklistLine>> LatestAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        await context.ChecklistLines.AsNoTracking()
            .Where(row => row.Revision == context.ChecklistLines.Where(other => other.Code == row.Code).Max(other => other.Revision))
            .ToListAsync(cancellationToken);
}
