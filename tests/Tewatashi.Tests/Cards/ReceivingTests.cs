using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Papers;
using Tewatashi.Reservations;
using Tewatashi.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>From the boxes of a delivery to its closing.</summary>
public sealed class ReceivingTests
{
    private static async Task<(Guid Shipment, IReadOnlyList<Card> Cards)> ArriveAsync(TestOffice office, int count)
    {
        var cards = await office.AddCardsAsync(count, CardProgress.Expected);
        var shipment = cards[0].ShipmentId!.Value;
        Assert.IsType<ReceiveShipment.Receiving>(await office.Staff<ReceiveShipment>().RunAsync(new(shipment), office.ByStaff(), CancellationToken.None));
        return (shipment, cards);
    }

    private static Task<InspectCard.Outcome> ScanAsync(TestOffice office, Guid shipment, SerialNumber serial) =>
        office.Staff<InspectCard>().RunAsync(new(shipment, serial), office.ByStaff(), CancellationToken.None);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_scanned_once_is_received_and_inspected(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 3);

        var outcome = Assert.IsType<InspectCard.Inspected>(await ScanAsync(office, shipment, cards[0].SerialNumber));

        Assert.Equal((3, 1, 2), (outcome.Count.Listed, outcome.Count.Inspected, outcome.Count.Remaining));
        var card = await office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == cards[0].Id));
        Assert.Equal(CardProgress.Inspected, card.Progress);
        Assert.Equal(card.ReceivedAt, card.InspectedAt);
        Assert.NotNull(card.InspectedAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_scanned_at_two_tables_counts_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ScanAsync(office, shipment, cards[0].SerialNumber))));

        Assert.Single(outcomes.OfType<InspectCard.Inspected>());
        Assert.Equal(5, outcomes.OfType<InspectCard.AlreadyInspected>().Count());
        Assert.Single(await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.InspectCard).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_of_another_delivery_and_a_stranger_change_nothing_and_are_shown_on_the_list(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, _) = await ArriveAsync(office, 1);
        var (_, others) = await ArriveAsync(office, 1);

        var other = Assert.IsType<InspectCard.OtherShipment>(await ScanAsync(office, shipment, others[0].SerialNumber));
        Assert.IsType<InspectCard.UnknownCard>(await ScanAsync(office, shipment, SerialNumber.Parse("ZZZ999999")));

        Assert.Equal(others[0].Id, other.CardId);
        var shown = Assert.IsType<ViewShipment.Shown>(await office.Staff<ViewShipment>().RunAsync(new(shipment, ViewShipment.Part.Missing, 1), office.ByStaff(), CancellationToken.None));
        Assert.Equal(
            [(others[0].SerialNumber, ShipmentFindingKind.OtherShipment, (Guid?)others[0].Id), (SerialNumber.Parse("ZZZ999999"), ShipmentFindingKind.Unlisted, null)],
            shown.Findings.Select(row => (row.SerialNumber, row.Kind, row.CardId)));
        Assert.Equal(CardProgress.Expected, await office.SeeAsync(context => context.Cards.Where(row => row.Id == others[0].Id).Select(row => row.Progress).SingleAsync()));
        Assert.Single(shown.Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_that_was_not_begun_takes_no_scan(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(1, CardProgress.Expected);

        Assert.Equal(new InspectCard.NotReceiving(ShipmentState.Announced), await ScanAsync(office, cards[0].ShipmentId!.Value, cards[0].SerialNumber));
        Assert.IsType<InspectCard.NoSuchShipment>(await ScanAsync(office, Guid.Empty, cards[0].SerialNumber));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_closes_only_when_every_card_was_scanned(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 2);
        Task<CloseShipment.Outcome> Close() => office.Staff<CloseShipment>().RunAsync(new(shipment), office.ByStaff(), CancellationToken.None);
        await ScanAsync(office, shipment, cards[0].SerialNumber);
        await office.EmptyBoxesAsync(shipment);

        var refused = Assert.IsType<CloseShipment.NotBalanced>(await Close());

        Assert.Equal([cards[1].Id], refused.Missing.Select(row => row.Id));
        Assert.Equal(ShipmentState.Receiving, await office.SeeAsync(context => context.Shipments.Select(row => row.State).SingleAsync()));
        await ScanAsync(office, shipment, cards[1].SerialNumber);
        Assert.Equal(new CloseShipment.Closed(2), await Close());
        Assert.Equal(new CloseShipment.NotReceiving(ShipmentState.Closed), await Close());
        Assert.IsType<InspectCard.NotReceiving>(await ScanAsync(office, shipment, cards[0].SerialNumber));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_is_begun_by_one_person(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, _) = await ArriveAsync(office, 1);

        var again = await office.Staff<ReceiveShipment>().RunAsync(new(shipment), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new ReceiveShipment.NotAnnounced(ShipmentState.Receiving), again);
        Assert.IsType<ReceiveShipment.NotFound>(await office.Staff<ReceiveShipment>().RunAsync(new(Guid.Empty), office.ByStaff(), CancellationToken.None));
        var row = Assert.Single((await office.Staff<SeeList>().RunAsync(new(ListAsk.Of(new ShipmentList(), office.Today), 1), office.ByStaff(), CancellationToken.None)).Lines);
        Assert.Equal(["受入中", null, 1, 0], row.Cells.Skip(1).Take(4).Select(cell => cell.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sleeve_labels_are_recorded_and_printed_for_a_delivery_a_stretch_or_one_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(5, CardProgress.Expected);
        var shipment = cards[0].ShipmentId!.Value;
        Task<PrintSleeveLabels.Outcome> Print(PrintSleeveLabels.Which which, string sheet = "24-70x33") => office.Staff<PrintSleeveLabels>().RunAsync(
            new(which, new LabelPlacement(LabelSheet.Find(sheet)!, 3)), office.ByStaff(), CancellationToken.None);

        Assert.Equal(5, Assert.IsType<PrintSleeveLabels.Printed>(await Print(new PrintSleeveLabels.OfShipment(shipment))).Labels);
        Assert.Equal(2, Assert.IsType<PrintSleeveLabels.Printed>(await Print(new PrintSleeveLabels.OfShipment(shipment, 2, 3))).Labels);
        Assert.Equal(1, Assert.IsType<PrintSleeveLabels.Printed>(await Print(new PrintSleeveLabels.OfCard(cards[4].Id))).Labels);
        Assert.IsType<PrintSleeveLabels.NothingToPrint>(await Print(new PrintSleeveLabels.OfShipment(Guid.Empty)));

        Assert.Equal(
            ["1", "2", "5"],
            await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.PrintSleeveLabels).OrderBy(row => row.Detail).Select(row => row.Detail).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Preparation_is_recorded_once_and_only_for_inspected_cards_that_are_not_stopped(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, CardProgress.Inspected);
        var expected = await office.AddCardsAsync(1, CardProgress.Expected);
        await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.MovedOut), office.ByStaff(), CancellationToken.None);
        Task<PrepareCard.Outcome> Prepare(SerialNumber serial) => office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(serial), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new PrepareCard.Prepared(cards[0].Id), await Prepare(cards[0].SerialNumber));
        Assert.IsType<PrepareCard.AlreadyPrepared>(await Prepare(cards[0].SerialNumber));
        Assert.Equal(new PrepareCard.Suspended(cards[1].Id, Suspension.MovedOut), await Prepare(cards[1].SerialNumber));
        Assert.Equal(new PrepareCard.NotInspected(expected[0].Id, CardProgress.Expected), await Prepare(expected[0].SerialNumber));
        Assert.IsType<PrepareCard.UnknownCard>(await Prepare(SerialNumber.Parse("ZZZ999999")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pasted_list_answers_card_by_card_and_names_each_in_the_log(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(120, CardProgress.Inspected);
        List<SerialNumber> pasted = [.. cards.Select(card => card.SerialNumber), SerialNumber.Parse("ZZZ999999"), cards[0].SerialNumber];

        var outcomes = await office.Staff<PrepareCard>().RunAsync(pasted, office.ByStaff(), CancellationToken.None);

        Assert.Equal(122, outcomes.Count);
        Assert.All(outcomes.Take(120), outcome => Assert.IsType<PrepareCard.Prepared>(outcome));
        Assert.IsType<PrepareCard.UnknownCard>(outcomes[120]);
        Assert.IsType<PrepareCard.AlreadyPrepared>(outcomes[121]);
        Assert.Equal(120, await office.SeeAsync(context => context.AuditSubjects.CountAsync()));
    }
}
