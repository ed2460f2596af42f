using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Lists;

/// <summary>Choices of a list that lie in the database and belong to nobody's business alone.</summary>
internal static class OfficeChoices
{
    /// <summary>Every account, those that are stopped too: their work is still there.</summary>
    public static async Task<IReadOnlyList<ListChoice>> StaffAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        [.. (await context.StaffMembers.OrderBy(row => row.DisplayName).ThenBy(row => row.Id).Select(row => new { row.Id, row.DisplayName }).ToListAsync(cancellationToken))
            .Select(row => new ListChoice(row.Id.ToString(), row.DisplayName))];
}
