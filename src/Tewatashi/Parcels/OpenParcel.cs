using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Parcels;

/// <summary>Begins a parcel from one office to another. There may be several between the same two.</summary>
[UseCase(UsedBy.Staff)]
public sealed class OpenParcel(Database database)
{
    /// <param name="OrdersByScan">A card without an order is taken too: its scan orders it over.</param>
    public sealed record Request(Guid FromBuildingId, Guid ToBuildingId, bool OrdersByScan);

    public abstract record Outcome;

    public sealed record Opened(Guid ParcelId) : Outcome;

    public sealed record SameOffice : Outcome;

    /// <summary>One of the two is no office in use.</summary>
    public sealed record UnknownOffice : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.OpenParcel, async work =>
        {
            if (request.FromBuildingId == request.ToBuildingId) return work.Refuse(new SameOffice());
            var offices = await work.Context.Locations.CountAsync(row => row.Kind == LocationKind.Building && !row.Retired && (row.Id == request.FromBuildingId || row.Id == request.ToBuildingId), cancellationToken);
            if (offices != 2) return work.Refuse(new UnknownOffice());
            var parcel = new Parcel
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                Number = ParcelNumber.New(),
                FromBuildingId = request.FromBuildingId,
                ToBuildingId = request.ToBuildingId,
                State = ParcelState.Packing,
                OrdersByScan = request.OrdersByScan,
                OpenedAt = work.Now,
                OpenedBy = caller.Actor.Id,
            };
            work.Context.Add(parcel);
            work.Record("Begun", parcel.Id, parcel.Number.Value, [parcel.FromBuildingId, parcel.ToBuildingId]);
            return new Opened(parcel.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Opened(first.SubjectId!.Value)), cancellationToken); // recorded with it
}
