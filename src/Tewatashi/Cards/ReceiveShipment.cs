using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>受入の開始: the boxes of an announced delivery are here and being opened. From now on its cards may be inspected.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceiveShipment(Database database)
{
    public sealed record Request(Guid ShipmentId);

    public abstract record Outcome;

    public sealed record Receiving : Outcome;

    /// <summary>Someone began already, or it is closed.</summary>
    public sealed record NotAnnounced(ShipmentState State) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ReceiveShipment, async work =>
        {
            var now = work.Now;
            var changed = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId && row.State == ShipmentState.Announced)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, ShipmentState.Receiving)
                    .SetProperty(row => row.ReceivedAt, now)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 1)
            {
                work.Record("Receiving", request.ShipmentId);
                return new Receiving();
            }

            var state = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId).Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
            work.Abandon();
            return state is { } known ? new NotAnnounced(known) : new NotFound();
        }, (_, _) => Task.FromResult<Outcome>(new Receiving()), cancellationToken);
}
