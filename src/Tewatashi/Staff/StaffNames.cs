using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>Names of the accounts by which rows say who did something.</summary>
internal static class StaffNames
{
    /// <summary>What is no account, or is no more, has none.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(TewatashiContext context, IEnumerable<string?> actorIds, CancellationToken cancellationToken)
    {
        var ids = actorIds.Distinct().Select(id => Guid.TryParse(id, out var known) ? known : (Guid?)null).OfType<Guid>().ToList();
        return await context.StaffMembers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id.ToString(), row => row.DisplayName, cancellationToken);
    }
}
