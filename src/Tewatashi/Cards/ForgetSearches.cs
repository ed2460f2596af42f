using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// Deletes what was typed into the search box once nobody can open it any more. The searches themselves stay in the log, by their ids.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class ForgetSearches(Database database)
{
    /// <returns>How many were deleted.</returns>
    public Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var lapsed = database.Clock.GetUtcNow() - SavedSearch.Kept;
        return database.UnrecordedAsync(
            caller.Municipality, context => context.SavedSearches.Where(row => row.CreatedAt < lapsed).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
