using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Vaults;

/// <summary>開錠: somebody unlocks a vault. Where it stands open already nothing changes.</summary>
[UseCase(UsedBy.Staff)]
public sealed class UnlockVault(Database database)
{
    public sealed record Request(Guid LocationId);

    public enum Outcome
    {
        Unlocked,
        AlreadyOpen,

        /// <summary>No vault in use.</summary>
        NoVault,
    }

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await UnlockAsync(request, caller, cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is VaultOpening.OneOpenPerVault)
        {
            return Outcome.AlreadyOpen; // somebody unlocked it at the same moment
        }
    }

    private Task<Outcome> UnlockAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.UnlockVault, async work =>
        {
            var context = work.Context;
            if (!await context.Locations.AnyAsync(row => row.Id == request.LocationId && row.Kind == LocationKind.Vault && !row.Retired, cancellationToken)) return work.Refuse(Outcome.NoVault);
            if (await context.VaultOpenings.AnyAsync(row => row.LocationId == request.LocationId && row.LockedAt == null, cancellationToken)) return work.Refuse(Outcome.AlreadyOpen);
            context.Add(new VaultOpening
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                LocationId = request.LocationId,
                UnlockedAt = work.Now,
                UnlockedBy = caller.Actor.Id,
            });
            work.Record("Unlocked", request.LocationId);
            return Outcome.Unlocked;
        }, cancellationToken: cancellationToken);
}
