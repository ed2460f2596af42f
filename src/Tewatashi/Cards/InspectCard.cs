using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>
/// 検品: a card of an open delivery, in its sleeve, is scanned at the receiving table. Counts as received and inspected at once. A scan
/// that does not belong to the delivery changes nothing and stays in the log, because a card too many lies on the table.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class InspectCard(Database database)
{
    public const string UnknownCardOutcome = nameof(UnknownCard);
    public const string OtherShipmentOutcome = nameof(OtherShipment);

    public sealed record Request(Guid ShipmentId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Suspension">The card is stopped all the same; lay it aside.</param>
    public sealed record Inspected(Guid CardId, ShipmentCount Count, Suspension? Suspension) : Outcome;

    /// <summary>Scanned before: nothing changed.</summary>
    public sealed record AlreadyInspected(Guid CardId, DateTimeOffset? InspectedAt, ShipmentCount Count) : Outcome;

    /// <summary>It stands on the list of another delivery, or came without one.</summary>
    public sealed record OtherShipment(Guid CardId, string? Name, ShipmentCount Count) : Outcome;

    /// <summary>It stands on no list of this municipality.</summary>
    public sealed record UnknownCard(ShipmentCount Count) : Outcome;

    /// <summary>The delivery is not open: it was not begun, or is closed.</summary>
    public sealed record NotReceiving(ShipmentState State) : Outcome;

    public sealed record NoSuchShipment : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.InspectCard, async work =>
        {
            var state = await work.Context.Shipments.Where(row => row.Id == request.ShipmentId).Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
            if (state != ShipmentState.Receiving)
            {
                work.Abandon();
                return state is { } known ? new NotReceiving(known) : new NoSuchShipment();
            }

            var card = await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
            if (card is null)
            {
                work.Record(UnknownCardOutcome, request.ShipmentId);
                return new UnknownCard(await CountAsync());
            }

            if (card.ShipmentId != request.ShipmentId)
            {
                work.Record(OtherShipmentOutcome, request.ShipmentId, others: [card.Id]);
                var name = await work.Context.Shipments.Where(row => row.Id == card.ShipmentId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);
                return new OtherShipment(card.Id, name, await CountAsync());
            }

            var stepped = card.Progress is CardProgress.Expected or CardProgress.Received
                && (card.Progress == CardProgress.Received || await work.StepAsync(card, CardStep.Receive, cancellationToken))
                && await work.StepAsync(card, CardStep.Inspect, cancellationToken);
            if (!stepped)
            {
                // Scanned before, or at another table this very moment.
                await work.Context.Entry(card).ReloadAsync(cancellationToken);
                var count = await CountAsync();
                work.Abandon();
                return new AlreadyInspected(card.Id, card.InspectedAt, count);
            }

            work.Record("Inspected", card.Id, others: [request.ShipmentId]);
            return new Inspected(card.Id, await CountAsync(), card.Suspension);

            Task<ShipmentCount> CountAsync() => ShipmentCount.OfAsync(work.Context, request.ShipmentId, cancellationToken);
        }, cancellationToken: cancellationToken);
}
