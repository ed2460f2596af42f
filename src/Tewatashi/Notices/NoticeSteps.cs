using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Tewatashi.Data;

namespace Tewatashi.Notices;

/// <summary>
/// Takes a notice one step further: a conditional update on the state and version that were read. False: someone else was faster,
/// or the step is not in the table; nothing was changed.
/// </summary>
public static class NoticeSteps
{
    /// <param name="also">What else the step writes into the row.</param>
    public static async Task<bool> StepAsync(
        this Work work, Notice notice, NoticeStep step, CancellationToken cancellationToken, Action<UpdateSettersBuilder<Notice>>? also = null)
    {
        if (NoticeMachine.Notices.Find(notice.State, step) is not { } transition) return false;
        return await work.Context.Notices
            .Where(row => row.Id == notice.Id && row.State == transition.From && row.Version == notice.Version)
            .ExecuteUpdateAsync(set =>
            {
                set.SetProperty(row => row.State, transition.To).SetProperty(row => row.Version, row => row.Version + 1);
                also?.Invoke(set);
            }, cancellationToken) == 1;
    }
}
