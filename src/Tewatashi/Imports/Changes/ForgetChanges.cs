using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Imports.Changes;

/// <summary>Ends the change lists that nobody worked on in time, and erases what they still say of people: most of them never applied for a card.</summary>
[UseCase(UsedBy.Worker)]
public sealed class ForgetChanges(Database database)
{
    /// <returns>How many lists were ended.</returns>
    public Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var (lapsed, stale) = (now - ChangeList.Kept, now - ChangeList.PreviewKept);
        return database.UnrecordedAsync(caller.Municipality, context => ChangeLists.EndAsync(
            context, context.ChangeLists.Where(row => row.UploadedAt < lapsed || (row.State == ChangeListState.Previewed && row.UploadedAt < stale)), now, cancellationToken), cancellationToken);
    }
}
