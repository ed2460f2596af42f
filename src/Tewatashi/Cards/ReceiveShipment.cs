using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// 受入の開始: the boxes of an announced delivery are here and being opened. From now on its cards may be inspected. How many boxes the slip names
/// and how many came is written down; a box that is late comes by <see cref="ReceiveBox"/>.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceiveShipment(Database database)
{
    /// <param name="BoxesAnnounced">As the slip says, at least 1.</param>
    /// <param name="BoxesArrived">How many are here, at least 1.</param>
    public sealed record Request(Guid ShipmentId, int BoxesAnnounced = 1, int BoxesArrived = 1);

    public abstract record Outcome;

    public sealed record Receiving : Outcome;

    /// <summary>Fewer than one box, or more than a delivery ever has.</summary>
    public sealed record NoSuchNumber : Outcome;

    /// <summary>Someone began already, or it is closed.</summary>
    public sealed record NotAnnounced(ShipmentState State) : Outcome;

    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        request.BoxesArrived < 1 || Math.Max(request.BoxesAnnounced, request.BoxesArrived) > ShipmentBox.Most || request.BoxesAnnounced < 1 ? new NoSuchNumber() :
        await database.WriteAsync<Outcome>(caller, OperationKind.ReceiveShipment, async work =>
        {
            var now = work.Now;
            var changed = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId && row.State == ShipmentState.Announced)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, ShipmentState.Receiving)
                    .SetProperty(row => row.ReceivedAt, now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 1)
            {
                for (var box = 1; box <= Math.Max(request.BoxesAnnounced, request.BoxesArrived); box++)
                    work.Context.ShipmentBoxes.Add(Box(work, request.ShipmentId, box, box <= request.BoxesArrived));
                work.Record("Receiving", request.ShipmentId, FormattableString.Invariant($"{request.BoxesArrived} {request.BoxesAnnounced}"));
                return new Receiving();
            }

            var state = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId).Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
            work.Abandon();
            return state is { } known ? new NotAnnounced(known) : new NotFound();
        }, (_, _) => Task.FromResult<Outcome>(new Receiving()), cancellationToken);

    internal static ShipmentBox Box(Work work, Guid shipmentId, int ordinal, bool arrived) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        ShipmentId = shipmentId,
        Ordinal = ordinal,
        ArrivedAt = arrived ? work.Now : null,
    };
}
