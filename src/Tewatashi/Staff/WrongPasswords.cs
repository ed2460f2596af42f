using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>Counts the wrong passwords of an account, on whichever page they were typed: five in a row lock it for five minutes.</summary>
internal static class WrongPasswords
{
    public const int BeforeLock = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);

    public static async Task CountWrongPasswordAsync(this Work work, Guid staffMemberId, CancellationToken cancellationToken)
    {
        // Counted by the database: many at the same moment must all count.
        var account = work.Context.StaffMembers.Where(row => row.Id == staffMemberId);
        await account.ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedSignIns, row => row.FailedSignIns + 1), cancellationToken);
        var until = work.Now + LockTime;
        await account.Where(row => row.FailedSignIns >= BeforeLock).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.FailedSignIns, 0)
            .SetProperty(row => row.LockedUntil, until), cancellationToken);
    }
}
