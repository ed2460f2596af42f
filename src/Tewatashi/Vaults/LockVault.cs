using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Vaults;

/// <summary>施錠: somebody locks a vault that stands open.</summary>
[UseCase(UsedBy.Staff)]
public sealed class LockVault(Database database)
{
    public sealed record Request(Guid LocationId);

    /// <summary>False: it does not stand open.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.LockVault, async work =>
        {
            if (await work.Context.VaultOpenings.Where(row => row.LocationId == request.LocationId && row.LockedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.LockedAt, work.Now)
                .SetProperty(row => row.LockedBy, caller.Actor.Id), cancellationToken) == 0) return work.Refuse(false);
            work.Record("Locked", request.LocationId);
            return true;
        }, cancellationToken: cancellationToken);
}
