using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Parcels;

/// <summary>An empty parcel that has not left is not needed after all.</summary>
[UseCase(UsedBy.Staff)]
public sealed class GiveUpParcel(Database database)
{
    public sealed record Request(Guid ParcelId);

    public abstract record Outcome;

    public sealed record GivenUp : Outcome;

    /// <summary>Cards are in it: they go back onto the shelf first.</summary>
    public sealed record NotEmpty(int Packed) : Outcome;

    public sealed record NotPacking : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.GiveUpParcel, async work =>
        {
            if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Packing, cancellationToken)) return work.Refuse(new NotPacking());
            var packed = await work.Context.PackedIn(request.ParcelId).CountAsync(cancellationToken);
            if (packed > 0) return work.Refuse(new NotEmpty(packed));
            await work.Context.Parcels.Where(row => row.Id == request.ParcelId).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ParcelState.GivenUp)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, caller.Actor.Id)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            work.Record("GivenUp", request.ParcelId);
            return new GivenUp();
        }, cancellationToken: cancellationToken);
}
