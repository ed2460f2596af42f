using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards.Receiving;

/// <summary>箱の到着: a box that was announced comes later, or one more than announced is there. Also after the delivery was closed with that difference.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ReceiveBox(Database database)
{
    /// <param name="Ordinal">An announced box, or the next number for one that was not.</param>
    public sealed record Request(Guid ShipmentId, int Ordinal);

    public abstract record Outcome;

    public sealed record Arrived(int Ordinal) : Outcome;

    public sealed record AlreadyHere : Outcome;

    /// <summary>The number leaves a gap or is beyond what a delivery ever has.</summary>
    public sealed record NoSuchBox : Outcome;

    /// <summary>Not begun yet, or there is no such delivery; a closed one takes no box that was not announced.</summary>
    public sealed record NotReceiving : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(caller, OperationKind.ReceiveBox, work => ReceiveAsync(work, request, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Arrived(request.Ordinal)), cancellationToken);
        }
        catch (AlreadyThereException exception) when (exception.Index is ShipmentBox.OncePerShipment)
        {
            return new AlreadyHere();
        }
    }

    private static async Task<Outcome> ReceiveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var state = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId).Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
        if (state is null or ShipmentState.Announced) return work.Refuse(new NotReceiving());
        var boxes = work.Context.ShipmentBoxes.Where(row => row.ShipmentId == request.ShipmentId);
        var last = await boxes.MaxAsync(row => (int?)row.Ordinal, cancellationToken) ?? 0;
        if (request.Ordinal < 1 || request.Ordinal > Math.Min(last + 1, ShipmentBox.Most)) return work.Refuse(new NoSuchBox());
        if (request.Ordinal > last)
        {
            if (state == ShipmentState.Closed) return work.Refuse(new NotReceiving());
            work.Context.ShipmentBoxes.Add(ReceiveShipment.Box(work, request.ShipmentId, request.Ordinal, arrived: true));
        }
        else
        {
            var arrived = await boxes.Where(row => row.Ordinal == request.Ordinal && row.ArrivedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.ArrivedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (arrived == 0) return work.Refuse(new AlreadyHere());
        }

        work.Record(nameof(Arrived), request.ShipmentId, FormattableString.Invariant($"{request.Ordinal}"));
        return new Arrived(request.Ordinal);
    }
}
