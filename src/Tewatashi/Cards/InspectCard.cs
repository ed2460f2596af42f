using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Cards;

/// <summary>
/// 検品: a card of an open delivery, in its sleeve, is scanned at the receiving table. Counts as received and inspected at once. A scan that does not
/// belong to the delivery changes no card and is named, because a card too many lies on the table. A card that two people signed as missing is
/// inspected even after the closing, and that settles it. Here, and not at the import, a second card of the same person is looked for.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class InspectCard(Database database, KeyStore keys)
{
    public const string UnknownCardOutcome = nameof(UnknownCard);
    public const string OtherShipmentOutcome = nameof(OtherShipment);

    /// <summary>A trigger pulled twice is no second sleeve.</summary>
    public static readonly TimeSpan SameScan = TimeSpan.FromSeconds(3);

    public sealed record Request(Guid ShipmentId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Suspension">The card is stopped all the same; lay it aside.</param>
    /// <param name="SamePerson">Other cards in stock that seem to be the same person's; nobody decided about them yet.</param>
    /// <param name="WasMissing">It had been signed as missing: the difference is settled.</param>
    public sealed record Inspected(Guid CardId, ShipmentCount Count, Suspension? Suspension, IReadOnlyList<SamePersonCard> SamePerson, bool WasMissing) : Outcome;

    /// <summary>Scanned before: no card changed. Named as doubled unless it was this very moment.</summary>
    public sealed record AlreadyInspected(Guid CardId, DateTimeOffset? InspectedAt, ShipmentCount Count) : Outcome;

    /// <summary>It stands on the list of another delivery, or came without one.</summary>
    public sealed record OtherShipment(Guid CardId, string? Name, ShipmentCount Count) : Outcome;

    /// <summary>It stands on no list of this municipality.</summary>
    public sealed record UnknownCard(ShipmentCount Count) : Outcome;

    /// <summary>Two people gave it up before, as never sent or as lost on the way: it lies here all the same, changes nothing and is named.</summary>
    public sealed record GivenUp(Guid CardId, CardProgress Progress, ShipmentCount Count) : Outcome;

    /// <summary>The delivery is not open: it was not begun, or is closed.</summary>
    public sealed record NotReceiving(ShipmentState State) : Outcome;

    public sealed record NoSuchShipment : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(caller with { OperationId = null }, OperationKind.InspectCard, work => InspectAsync(work, request, cancellationToken), cancellationToken: cancellationToken);
            }
            catch (AlreadyThereException exception) when (exception.Index is ShipmentFinding.OneOpen && attempt < 8)
            {
                // Two tables read the same stranger: the loser counts its scan on the winner's line.
            }
        }
    }

    private async Task<Outcome> InspectAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var state = await context.Shipments.Where(row => row.Id == request.ShipmentId).Select(row => (ShipmentState?)row.State).SingleOrDefaultAsync(cancellationToken);
        if (state is null) return work.Refuse(new NoSuchShipment());
        var card = await context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
        var isComing = card is { Progress: CardProgress.Expected or CardProgress.Received } && card.ShipmentId == request.ShipmentId;
        var wasMissing = state == ShipmentState.Closed && isComing && await context.ShipmentFindings.AnyAsync(
            row => row.ShipmentId == request.ShipmentId && row.SerialNumber == request.SerialNumber && row.Kind == ShipmentFindingKind.Missing, cancellationToken);
        if (card is { ReceivedAt: null, Progress: CardProgress.NeverSent or CardProgress.Lost } && card.ShipmentId == request.ShipmentId)
        {
            await work.NoteAsync(request.ShipmentId, ShipmentFindingKind.Unlisted, request.SerialNumber, card.Id, cancellationToken);
            work.Record(nameof(GivenUp), request.ShipmentId, others: [card.Id]);
            return new GivenUp(card.Id, card.Progress, await CountAsync());
        }

        if (state != ShipmentState.Receiving && !wasMissing) return work.Refuse(new NotReceiving(state.Value));
        if (card is null)
        {
            await work.NoteAsync(request.ShipmentId, ShipmentFindingKind.Unlisted, request.SerialNumber, null, cancellationToken);
            work.Record(UnknownCardOutcome, request.ShipmentId);
            return new UnknownCard(await CountAsync());
        }

        if (card.ShipmentId != request.ShipmentId)
        {
            await work.NoteAsync(request.ShipmentId, ShipmentFindingKind.OtherShipment, request.SerialNumber, card.Id, cancellationToken);
            work.Record(OtherShipmentOutcome, request.ShipmentId, others: [card.Id]);
            var name = await context.Shipments.Where(row => row.Id == card.ShipmentId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);
            return new OtherShipment(card.Id, name, await CountAsync());
        }

        if (!isComing) return await AgainAsync();
        if ((card.Progress == CardProgress.Expected && !await work.StepAsync(card, CardStep.Receive, cancellationToken)) || !await work.StepAsync(card, CardStep.Inspect, cancellationToken))
        {
            // At another table this very moment, or the delivery was closed under our hands: then the next look finds the card named as missing.
            await context.Entry(card).ReloadAsync(cancellationToken);
            return card.Progress.WasInspected() && card.ReceivedAt is not null ? await AgainAsync() : throw new PassingException();
        }

        await work.SettleByInspectionAsync(request.SerialNumber, cancellationToken);
        work.Record("Inspected", card.Id, others: [request.ShipmentId]);
        var same = await SamePersonCards.FindAsync(context, new ApplicantItems(keys, work.Municipality), card.Id, cancellationToken);
        return new Inspected(card.Id, await CountAsync(), card.Suspension, same, wasMissing);

        async Task<Outcome> AgainAsync()
        {
            var count = await CountAsync();
            if (card.InspectedAt is { } at && work.Now - at < SameScan) return work.Refuse(new AlreadyInspected(card.Id, at, count));
            await work.NoteAsync(request.ShipmentId, ShipmentFindingKind.Doubled, request.SerialNumber, card.Id, cancellationToken);
            work.Record(nameof(AlreadyInspected), request.ShipmentId, others: [card.Id]);
            return new AlreadyInspected(card.Id, card.InspectedAt, count);
        }

        Task<ShipmentCount> CountAsync() => ShipmentCount.OfAsync(context, request.ShipmentId, cancellationToken);
    }
}
