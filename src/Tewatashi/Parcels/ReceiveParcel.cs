using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Parcels;

/// <summary>The parcel lies in the other office: from now on its cards are scanned onto the shelf there.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceiveParcel(Database database)
{
    public sealed record Request(Guid ParcelId);

    /// <summary>False: it is not on its way.</summary>
    public Task<bool> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ReceiveParcel, async work =>
        {
            if (await work.Context.Parcels.Where(row => row.Id == request.ParcelId && row.State == ParcelState.OnTheWay).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ParcelState.Received)
                .SetProperty(row => row.ReceivedAt, work.Now)
                .SetProperty(row => row.ReceivedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) return work.Refuse(false);
            work.Record("Received", request.ParcelId);
            return true;
        }, cancellationToken: cancellationToken);
}
