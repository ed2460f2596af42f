using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Staff;
using Tewatashi.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>Boxes, cards missing, too many and doubled, and the closing that two people sign.</summary>
public sealed class DeliveryDifferenceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_closes_only_when_two_people_saw_every_box_empty(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 1, announced: 2, arrived: 2);
        await ScanAsync(office, shipment, cards[0]);
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        Task<ConfirmBoxesEmpty.Outcome> Confirm(int box, SecondSignature by, Caller? caller = null) =>
            office.Staff<ConfirmBoxesEmpty>().RunAsync(new(shipment, [box], by), caller ?? office.ByStaff(), CancellationToken.None);

        Assert.Equal([1, 2], Assert.IsType<CloseShipment.BoxesNotEmpty>(await CloseAsync(office, shipment)).Boxes);
        Assert.IsType<ConfirmBoxesEmpty.SecondRefused>(await Confirm(1, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<ConfirmBoxesEmpty.SamePerson>(await Confirm(1, signature, office.ByStaff() with { Actor = Actor.Staff(second.Id, "Custody") }));
        Assert.Equal(new ConfirmBoxesEmpty.Confirmed(1, 1), await Confirm(1, signature));
        Assert.IsType<ConfirmBoxesEmpty.NothingToConfirm>(await Confirm(1, signature));
        // A difference may be signed, a box that nobody looked into may not.
        Assert.Equal([2], Assert.IsType<CloseShipment.BoxesNotEmpty>(await CloseAsync(office, shipment, signature)).Boxes);
        Assert.Equal(new ConfirmBoxesEmpty.Confirmed(1, 0), await Confirm(2, signature));
        Assert.Equal(new CloseShipment.Closed(1), await CloseAsync(office, shipment));

        Assert.All(await office.SeeAsync(context => context.ShipmentBoxes.AsNoTracking().ToListAsync()), box => Assert.Equal((office.StaffMemberId, second.Id), (box.EmptiedBy, box.EmptiedWith)));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_that_is_late_arrives_once_and_is_emptied_like_the_others(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 1, announced: 2, arrived: 1);
        await ScanAsync(office, shipment, cards[0]);
        await office.EmptyBoxesAsync(shipment);
        Task<ReceiveBox.Outcome> Box(int ordinal) => Task.Run(() => office.Staff<ReceiveBox>().RunAsync(new(shipment, ordinal), office.ByStaff(), CancellationToken.None));

        Assert.Equal(1, Assert.IsType<CloseShipment.NotBalanced>(await CloseAsync(office, shipment)).BoxesToCome);
        var late = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Box(2)));
        var unannounced = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Box(3)));

        Assert.Single(late.OfType<ReceiveBox.Arrived>());
        Assert.Equal(3, late.OfType<ReceiveBox.AlreadyHere>().Count());
        Assert.Single(unannounced.OfType<ReceiveBox.Arrived>());
        Assert.IsType<ReceiveBox.NoSuchBox>(await Box(5));
        Assert.Equal([2, 3], Assert.IsType<CloseShipment.BoxesNotEmpty>(await CloseAsync(office, shipment)).Boxes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Difference_signed_by_two_stays_named_until_the_missing_card_is_scanned_in(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 3);
        await ScanAsync(office, shipment, cards[0]);
        var signature = await office.EmptyBoxesAsync(shipment);
        Assert.IsType<CloseShipment.SecondRefused>(await CloseAsync(office, shipment, signature with { Password = "ちがう合言葉ですよ" }));

        Assert.Equal(new CloseShipment.Closed(3), await CloseAsync(office, shipment, signature));

        Assert.Equal([(cards[1].SerialNumber, ShipmentFindingKind.Missing), (cards[2].SerialNumber, ShipmentFindingKind.Missing)], await OpenAsync(office, shipment));
        Assert.Equal("合わない 2枚", (await office.Staff<SeeList>().RunAsync(new(ListAsk.Of(new ShipmentList(), office.Today), 1), office.ByStaff(), CancellationToken.None)).Lines[0].Cells[2].Value);
        await AssertSoundAsync(office);
        Assert.True(Assert.IsType<InspectCard.Inspected>(await ScanAsync(office, shipment, cards[1])).WasMissing);
        Assert.Equal([(cards[2].SerialNumber, ShipmentFindingKind.Missing)], await OpenAsync(office, shipment));
        Assert.IsType<InspectCard.NotReceiving>(await ScanAsync(office, shipment, cards[0]));
        Assert.IsType<SettleShipmentFinding.WrongEnd>(await SettleAsync(office, shipment, cards[2].SerialNumber, ShipmentFindingEnd.ReadTwice));
        Assert.IsType<SettleShipmentFinding.WrongEnd>(await SettleAsync(office, shipment, cards[2].SerialNumber, ShipmentFindingEnd.NeverSent)); // two people do that
        var shown = await ShowAsync(office, shipment);
        Assert.Equal(ShipmentDifference.NotInBoxes, shown.Signature?.Reason);
        Assert.Equal(2, shown.Findings.Count);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_too_many_are_named_counted_and_keep_the_delivery_open_until_settled(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 1);
        var (elsewhere, others) = await ArriveAsync(office, 1);
        var stranger = SerialNumber.Parse("ZZZ999999");
        await ScanAsync(office, shipment, cards[0]);
        await office.EmptyBoxesAsync(shipment);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.Staff<InspectCard>().RunAsync(new(shipment, stranger), office.ByStaff(), CancellationToken.None))));
        await ScanAsync(office, shipment, others[0]);

        Assert.Equal(2, Assert.IsType<CloseShipment.NotBalanced>(await CloseAsync(office, shipment)).Extras);
        var named = (await ShowAsync(office, shipment)).Findings.Single(finding => finding.SerialNumber == stranger);
        Assert.Equal((ShipmentFindingKind.Unlisted, 5), (named.Kind, named.Scans));
        // Scanned in its own delivery it is no stranger here any more.
        Assert.IsType<InspectCard.Inspected>(await ScanAsync(office, elsewhere, others[0]));
        Assert.Equal([(stranger, ShipmentFindingKind.Unlisted)], await OpenAsync(office, shipment));
        Assert.IsType<SettleShipmentFinding.Settled>(await SettleAsync(office, shipment, stranger, ShipmentFindingEnd.SentBack));
        Assert.Equal(new CloseShipment.Closed(1), await CloseAsync(office, shipment));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_read_again_later_is_named_as_doubled_and_a_trigger_pulled_twice_is_not(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 1);
        await ScanAsync(office, shipment, cards[0]);

        Assert.IsType<InspectCard.AlreadyInspected>(await ScanAsync(office, shipment, cards[0]));
        Assert.Empty(await OpenAsync(office, shipment));
        office.Clock.Advance(InspectCard.SameScan);
        Assert.IsType<InspectCard.AlreadyInspected>(await ScanAsync(office, shipment, cards[0]));

        Assert.Equal([(cards[0].SerialNumber, ShipmentFindingKind.Doubled)], await OpenAsync(office, shipment));
        var finding = (await ShowAsync(office, shipment)).Findings[0];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SettleAsync(office, shipment, cards[0].SerialNumber, ShipmentFindingEnd.LabelReplaced, finding.Id))));
        Assert.Single(outcomes.OfType<SettleShipmentFinding.Settled>());
        Assert.Equal(2, outcomes.OfType<SettleShipmentFinding.AlreadySettled>().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_closed_by_two_and_scanned_at_the_same_moment_names_exactly_what_was_not_scanned(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (shipment, cards) = await ArriveAsync(office, 12);
        var signature = await office.EmptyBoxesAsync(shipment);

        var scans = cards.Take(8).Select(card => Task.Run(() => ScanAsync(office, shipment, card))).ToList();
        var closings = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => CloseAsync(office, shipment, signature))));
        await Task.WhenAll(scans);

        Assert.Single(closings.OfType<CloseShipment.Closed>());
        Assert.Equal(2, closings.OfType<CloseShipment.NotReceiving>().Count());
        // Whichever came first, every card is either inspected or named.
        var waiting = await office.SeeAsync(context => context.Cards.Where(row => row.Progress == CardProgress.Expected).OrderBy(row => row.SerialNumber).Select(row => row.SerialNumber).ToListAsync());
        Assert.Equal(cards.Skip(8).Select(card => card.SerialNumber), waiting);
        Assert.Equal(waiting, (await OpenAsync(office, shipment)).Select(row => row.SerialNumber));
        await AssertSoundAsync(office);
    }

    private static async Task<(Guid Shipment, IReadOnlyList<Card> Cards)> ArriveAsync(TestOffice office, int count, int announced = 1, int arrived = 1)
    {
        var cards = await office.AddCardsAsync(count, CardProgress.Expected);
        var shipment = cards[0].ShipmentId!.Value;
        Assert.IsType<ReceiveShipment.Receiving>(await office.Staff<ReceiveShipment>().RunAsync(new(shipment, announced, arrived), office.ByStaff(), CancellationToken.None));
        return (shipment, cards);
    }

    private static Task<InspectCard.Outcome> ScanAsync(TestOffice office, Guid shipment, Card card) =>
        office.Staff<InspectCard>().RunAsync(new(shipment, card.SerialNumber), office.ByStaff(), CancellationToken.None);

    private static Task<CloseShipment.Outcome> CloseAsync(TestOffice office, Guid shipment, SecondSignature? second = null) => office.Staff<CloseShipment>().RunAsync(
        new(shipment, second is null ? null : new(ShipmentDifference.NotInBoxes, second)), office.ByStaff(), CancellationToken.None);

    private static async Task<SettleShipmentFinding.Outcome> SettleAsync(TestOffice office, Guid shipment, SerialNumber serial, ShipmentFindingEnd how, Guid? id = null) =>
        await office.Staff<SettleShipmentFinding>().RunAsync(
            new(shipment, id ?? (await ShowAsync(office, shipment)).Findings.Single(finding => finding.SerialNumber == serial).Id, how), office.ByStaff(), CancellationToken.None);

    private static async Task<ViewShipment.Shown> ShowAsync(TestOffice office, Guid shipment) => Assert.IsType<ViewShipment.Shown>(
        await office.Staff<ViewShipment>().RunAsync(new(shipment, ViewShipment.Part.All, 1), office.ByStaff(), CancellationToken.None));

    private static async Task<List<(SerialNumber SerialNumber, ShipmentFindingKind Kind)>> OpenAsync(TestOffice office, Guid shipment) =>
        [.. (await ShowAsync(office, shipment)).Findings.Where(finding => finding.EndReason is null).Select(finding => (finding.SerialNumber, finding.Kind))];

    private static async Task AssertSoundAsync(TestOffice office) => Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
