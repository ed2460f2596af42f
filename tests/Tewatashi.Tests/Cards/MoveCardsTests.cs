using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Tests.Counting;

namespace Tewatashi.Tests.Cards;

/// <summary>Many cards, or a whole box's content, moved as one operation.</summary>
public sealed class MoveCardsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_cards_move_as_one_operation_and_each_that_cannot_is_named(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 4);
        var labels = offices.Cards.Select(card => card.Card.SerialNumber).ToList();
        await office.StoreAsync(offices.FarBoxes[0], offices.Cards[2].Card);
        var table = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(offices.NearBoxes[1], offices.Cards[3].Card);

        var done = Assert.IsType<MoveCards.Done>(await MoveAsync(office, offices.NearBoxes[1],
            labels[0], labels[1], labels[0], labels[2], labels[3], table.SerialNumber, SerialNumber.Parse("ZZZ999999")));

        Assert.Equal([labels[0], labels[1], labels[3]], done.Moved);
        Assert.Equal(
            [(labels[2], typeof(StoreCard.OtherOffice)), (table.SerialNumber, typeof(StoreCard.Elsewhere)), (SerialNumber.Parse("ZZZ999999"), typeof(StoreCard.UnknownCard))],
            done.Stayed.Select(card => (card.SerialNumber, card.Why.GetType())));
        Assert.Equal(3, done.Fill.Cards);
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.MoveCards));
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_beyond_the_box_s_capacity_stay_where_they_are(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(capacity: 2);
        var cards = await office.AddCardsAsync(3);
        await office.StoreAsync(boxes[0], cards[0]);
        await office.StoreAsync(boxes[0], cards[1]);
        await office.StoreAsync(boxes[1], cards[2]);

        var done = Assert.IsType<MoveCards.Done>(await MoveAsync(office, boxes[1], cards[0].SerialNumber, cards[1].SerialNumber));

        Assert.Equal([cards[0].SerialNumber], done.Moved);
        Assert.IsType<StoreCard.Full>(Assert.Single(done.Stayed).Why);
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whole_box_goes_into_a_box_or_into_the_first_on_a_shelf_that_takes_all(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(shelves: 2, boxes: 2, capacity: 3);
        var cards = await office.AddCardsAsync(4);
        await office.StoreAsync(boxes[2], cards[3]);
        foreach (var card in cards.Take(3)) await office.StoreAsync(boxes[0], card);
        await office.AddCounterAsync("B1", building: "B");

        Assert.Equal(new MoveBox.DoesNotFit(3, 2), await MoveBoxAsync(office, boxes[0], boxes[2]));
        Assert.IsType<MoveBox.SamePlace>(await MoveBoxAsync(office, boxes[0], boxes[0]));
        Assert.IsType<MoveBox.Empty>(await MoveBoxAsync(office, boxes[1], boxes[0]));
        Assert.IsType<MoveBox.OtherOffice>(await MoveBoxAsync(office, boxes[0], LocationPath.Parse("B")));
        Assert.IsType<MoveBox.NotForCards>(await MoveBoxAsync(office, boxes[0], LocationPath.Parse("H-V1")));
        Assert.IsType<MoveBox.UnknownLocation>(await MoveBoxAsync(office, LocationPath.Parse("H-V1-09-09"), boxes[0]));

        var moved = Assert.IsType<MoveBox.Moved>(await MoveBoxAsync(office, boxes[0], LocationPath.Parse("H-V1-02")));

        Assert.Equal((3, boxes[3].Value, 3), (moved.Cards, moved.Fill.Place.Path, moved.Fill.Cards));
        Assert.Equal(3, await office.SeeAsync(context => context.Movements.CountAsync(row => row.FromKind == PlaceKind.Storage)));
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.MoveBox)));
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Boxes_moved_into_one_box_at_once_never_fill_it_beyond_its_capacity(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 4, capacity: 3);
        var cards = await office.AddCardsAsync(6);
        foreach (var (index, card) in cards.Index()) await office.StoreAsync(boxes[index / 2], card);

        var tries = await Task.WhenAll(boxes.Take(3).Select(box => MoveBoxAsync(office, box, boxes[3])));

        Assert.Single(tries.OfType<MoveBox.Moved>());
        Assert.Equal(2, tries.OfType<MoveBox.DoesNotFit>().Count());
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_move_the_same_cards_into_two_boxes_leave_each_card_in_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 3);
        var cards = await office.AddCardsAsync(3);
        foreach (var card in cards) await office.StoreAsync(boxes[0], card);
        var labels = cards.Select(card => card.SerialNumber).ToArray();

        var moves = await Task.WhenAll(MoveAsync(office, boxes[1], labels), MoveAsync(office, boxes[2], [.. labels.Reverse()]));

        Assert.All(moves, move => Assert.All(Assert.IsType<MoveCards.Done>(move).Stayed, card => Assert.IsType<StoreCard.Overtaken>(card.Why)));
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync(row => context.Locations.Any(box => box.Id == row.LocationId && box.Path == boxes[0].Value))));
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_boxes_swapped_at_once_and_a_card_picked_meanwhile_leave_each_card_in_one_place(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;

        var picking = day.PickAsync(0);
        var moves = await Task.WhenAll(MoveBoxAsync(office, day.Boxes[2], day.Boxes[1]), MoveBoxAsync(office, day.Boxes[1], day.Boxes[2]));

        Assert.IsType<PickCard.Picked>(await picking);
        Assert.Contains(moves, move => move is MoveBox.Moved);
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync(0)).PlaceKind);
        await Parcels.ParcelTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_move_cards_and_a_box_by_scans_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (boxes, cards) = await StockCountTests.StoredAsync(office, 2);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/move");
        page = await site.SubmitAsync(page, new() { ["Scan"] = $"{ScanCode.OfCard(cards[0].SerialNumber.Value)}\n{ScanCode.OfCard("ZZZ999999")}" });
        Assert.Contains("移すカード 2枚", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfLocation(boxes[1].Value) });
        Assert.Contains("1枚を移し、1枚は移していません", page.Text, StringComparison.Ordinal);
        Assert.Contains("ZZZ-999999登録のないカードです", page.Text, StringComparison.Ordinal);

        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfLocation(boxes[1].Value) });
        Assert.Contains($"箱 {boxes[1].Value} の中身をまるごと移します", page.Text, StringComparison.Ordinal);
        Assert.Contains("移す先の箱を待っています", (await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfCard(cards[0].SerialNumber.Value) })).Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfLocation(boxes[0].Value) });
        Assert.Contains($"1枚を移しました {boxes[1].Value} → {boxes[0].Value}", page.Text, StringComparison.Ordinal);
    }

    private static Task<MoveCards.Outcome> MoveAsync(TestOffice office, LocationPath to, params SerialNumber[] labels) =>
        office.Staff<MoveCards>().RunAsync(new(to, labels), office.ByStaff(), CancellationToken.None);

    private static Task<MoveBox.Outcome> MoveBoxAsync(TestOffice office, LocationPath from, LocationPath to) =>
        office.Staff<MoveBox>().RunAsync(new(from, to), office.ByStaff(), CancellationToken.None);
}
