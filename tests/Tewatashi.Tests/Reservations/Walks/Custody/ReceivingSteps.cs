using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Missing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>A delivery is announced, comes, is scanned and closed, also when it is short; what never comes is given up; its cards are prepared.</summary>
internal sealed class ReceivingSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("announce a delivery", 2, AnnounceAsync),
        new("begin receiving", 4, ReceiveAsync),
        new("inspect", 14, InspectAsync),
        new("close a delivery", 3, CloseAsync),
        new("close a delivery short", 2, CloseShortAsync),
        new("confirm never sent", 1, NeverSentAsync),
        new("confirm lost in post", 1, LostInPostAsync),
        new("inspect a missing card", 2, InspectMissingAsync),
        new("prepare", 8, PrepareAsync),
        new("prepare many", 2, PrepareManyAsync),
    ];

    private Task<string> AnnounceAsync(Walker walker)
    {
        var rows = walker.Random.Next(2, 7);
        return floor.DeliverAsync(Caller.Command(walker.Office.Municipality, "walk"), rows);
    }

    private async Task<string> ReceiveAsync(Walker walker) =>
        await floor.RowAsync<Shipment>(walker, row => row.State == ShipmentState.Announced, row => row.Id) is { } shipment
            ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReceiveShipment>().RunAsync(new(shipment.Id), caller, CancellationToken.None))
            : CustodySteps.Nothing;

    /// <summary>One card in eight is scanned into another delivery than its own.</summary>
    private async Task<string> InspectAsync(Walker walker)
    {
        if (await floor.RowAsync<Shipment>(walker, row => row.State == ShipmentState.Receiving, row => row.Id) is not { } shipment) return CustodySteps.Nothing;
        var other = walker.Random.Next(8) == 0;
        var card = other ? walker.Card().Card : await floor.CardAsync(walker, row => row.ShipmentId == shipment.Id && (row.Progress == CardProgress.Expected || row.Progress == CardProgress.Inspected));
        return card is null
            ? CustodySteps.Nothing
            : await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<InspectCard>().RunAsync(new(shipment.Id, card.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> CloseAsync(Walker walker) =>
        await floor.RowAsync<Shipment>(walker, row => row.State == ShipmentState.Receiving, row => row.Id) is { } shipment
            ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseShipment>().RunAsync(new(shipment.Id), caller, CancellationToken.None))
            : CustodySteps.Nothing;

    private async Task<string> CloseShortAsync(Walker walker) =>
        await floor.RowAsync<Shipment>(walker, row => row.State == ShipmentState.Receiving, row => row.Id) is { } shipment
            ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseShipment>().RunAsync(
                new(shipment.Id, new(ShipmentDifference.MakerAsked, floor.Second.Signature)), caller, CancellationToken.None))
            : CustodySteps.Nothing;

    private async Task<string> NeverSentAsync(Walker walker) => await MissingAsync(walker) is { } finding
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ConfirmNeverSent>().RunAsync(new(finding.ShipmentId, finding.Id, floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> LostInPostAsync(Walker walker) => await MissingAsync(walker) is { } finding
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ConfirmLostInPost>().RunAsync(
            new(finding.ShipmentId, finding.Id, Wrongful: false, floor.Second.Signature), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    /// <summary>It came after all, perhaps while two people give it up.</summary>
    private async Task<string> InspectMissingAsync(Walker walker) => await MissingAsync(walker) is { } finding
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<InspectCard>().RunAsync(new(finding.ShipmentId, finding.SerialNumber), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private Task<ShipmentFinding?> MissingAsync(Walker walker) =>
        floor.RowAsync<ShipmentFinding>(walker, row => row.Kind == ShipmentFindingKind.Missing && row.EndReason == null, row => row.Id);

    private async Task<string> PrepareAsync(Walker walker) =>
        await floor.CardAsync(walker, row => row.Progress == CardProgress.Inspected) is { } card
            ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(card.SerialNumber), caller, CancellationToken.None))
            : CustodySteps.Nothing;

    private async Task<string> PrepareManyAsync(Walker walker)
    {
        var many = new List<SerialNumber>();
        for (var i = 0; i < 4; i++)
        {
            if (await floor.CardAsync(walker, row => row.Progress == CardProgress.Inspected) is { } card) many.Add(card.SerialNumber);
        }

        many.Add(walker.Card().Card.SerialNumber);
        var outcomes = await walker.Office.Staff<PrepareCard>().RunAsync(many, walker.Staff(), CancellationToken.None);
        return outcomes.Any(outcome => outcome is PrepareCard.Prepared) ? "some" : "none";
    }
}
