using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>位置: the parts of a box, or of a shelf, in which cards lie.</summary>
public sealed class PositionsTests
{
    private static readonly LocationPath Box = LocationPath.Parse("H-V1-01-01");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_divided_takes_cards_in_its_positions_alone_each_up_to_its_capacity(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var cards = await office.AddCardsAsync(3);

        Assert.Equal(new DivideLocation.Divided(3), await DivideAsync(office, Box.Value, 3, capacity: 1));

        Assert.Equal(new StoreCard.NotForCards(LocationKind.Box, false), await office.StoreAsync(Box, cards[0]));
        Assert.IsType<StoreCard.Stored>(await office.StoreAsync(Box.Inside(1), cards[0]));
        Assert.IsType<StoreCard.Full>(await office.StoreAsync(Box.Inside(1), cards[1]));
        Assert.IsType<StoreCard.Stored>(await office.StoreAsync(Box.Inside(2), cards[1]));
        var proposed = Assert.IsType<ProposeBox.Proposed>(await office.Staff<ProposeBox>().RunAsync(office.Municipality, cards[2].SerialNumber, CancellationToken.None));
        Assert.Equal(("H-V1-01-01-03", "本庁 保管庫1 棚01 箱01 位置03"), (proposed.Fill.Place.Path, proposed.Fill.Place.Words));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_with_cards_is_not_divided_and_a_shelf_gets_positions_beside_its_boxes(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        await office.StoreAsync(boxes[0], (await office.AddCardsAsync(1))[0]);

        Assert.Equal(new DivideLocation.NotEmpty(1), await DivideAsync(office, Box.Value, 2));
        Assert.Equal(new DivideLocation.AlreadyThere("H-V1-01-01"), await DivideAsync(office, "H-V1-01", 2));
        Assert.Equal(new DivideLocation.Divided(2), await DivideAsync(office, "H-V1-01", 2, first: 3));
        Assert.Equal(new DivideLocation.NotDivisible(LocationKind.Vault, false), await DivideAsync(office, "H-V1", 2));
        Assert.IsType<DivideLocation.Refused>(await DivideAsync(office, "H-V1-01-02", 100));
        Assert.IsType<DivideLocation.Refused>(await DivideAsync(office, "H-V1-01-02", 2, capacity: 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_whose_positions_are_out_of_use_holds_cards_again_and_its_old_positions_come_back(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        await DivideAsync(office, Box.Value, 2);

        Assert.IsType<ChangeLocation.Refused>(await ChangeAsync(office, Box.Value, capacity: 40, retired: false));
        foreach (var number in new[] { 1, 2 }) Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, Box.Inside(number).Value, capacity: 20, retired: true));
        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, Box.Value, capacity: 40, retired: false));
        Assert.IsType<ChangeLocation.Refused>(await ChangeAsync(office, Box.Inside(1).Value, capacity: 20, retired: false));

        Assert.Equal(new DivideLocation.Divided(3), await DivideAsync(office, Box.Value, 3, capacity: 7));
        Assert.Equal([7, 7, 7], await office.SeeAsync(context => context.Locations.Where(row => row.Kind == LocationKind.Position && !row.Retired).Select(row => row.Capacity).ToListAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_stored_while_its_box_is_divided_lies_in_a_place_that_takes_cards(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync(boxes: 1);
        var cards = await office.AddCardsAsync(4);

        var stores = cards.Select(card => office.StoreAsync(Box, card)).ToList();
        var divided = await DivideAsync(office, Box.Value, 2);
        var stored = (await Task.WhenAll(stores)).Count(outcome => outcome is StoreCard.Stored);

        Assert.True(divided is DivideLocation.Divided == (stored == 0), $"{divided}, {stored} stored.");
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Positions_are_set_up_in_bulk_in_boxes_and_right_on_shelves(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (first, second) = (office.ByStaff(), office.ByStaff());
        AddLocations.Request Ask(string vault, int boxes) =>
            new(LocationPath.Parse(vault), "本庁", vault, new(1, 2), new(1, boxes), 15) { Positions = new(1, 4) };

        var inBoxes = Assert.IsType<AddLocations.Added>(await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 3), first, CancellationToken.None));
        var onShelves = Assert.IsType<AddLocations.Added>(await office.Staff<AddLocations>().RunAsync(Ask("H-V2", 0), second, CancellationToken.None));

        Assert.Equal((2, 6, 24), (inBoxes.Shelves, inBoxes.Boxes, inBoxes.Positions));
        Assert.Equal((2, 0, 8), (onShelves.Shelves, onShelves.Boxes, onShelves.Positions));
        Assert.Equal(inBoxes, await office.Staff<AddLocations>().RunAsync(Ask("H-V1", 3), first, CancellationToken.None)); // the form sent again
        var rows = await office.Staff<ListLocations>().RunAsync(office.Municipality, CancellationToken.None);
        Assert.Equal((60, 5), (rows.Single(row => row.Path == "H-V1-01-01").Capacity, rows.Single(row => row.Path == "H-V1-01-01-04").Depth));
        Assert.Equal(60, rows.Single(row => row.Path == "H-V2-02").Capacity);
        Assert.Equal(2000, AddLocations.MostBoxes);
        Assert.IsType<AddLocations.Refused>(await office.Staff<AddLocations>().RunAsync(
            new(LocationPath.Parse("H-V3"), "本庁", "保管庫3", new(1, 10), new(1, 50), 15) { Positions = new(1, 5) }, office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Picture_draws_a_divided_box_on_its_shelf_and_its_positions_for_themselves(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync(boxes: 2);
        await DivideAsync(office, Box.Value, 2, capacity: 3);
        var card = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(Box.Inside(2), card);
        var position = await IdAsync(office, Box.Inside(2).Value);

        var picture = (await office.Staff<SeeVault>().RunAsync(office.Municipality, position, CancellationToken.None))!; // it is there

        Assert.Equal(["H-V1-01", "H-V1-01-01"], picture.Shelves.Select(shelf => shelf.Place.Path));
        var box = picture.Shelves[0].Boxes[0];
        Assert.Equal(("H-V1-01-01", 1, 6, 2), (box.Path, box.Cards, box.Capacity, box.Positions));
        Assert.Equal([(0, 3), (1, 3)], picture.Shelves[1].Boxes.Select(row => (row.Cards, row.Capacity)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_divide_a_box_show_the_hand_and_print_the_labels(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var card = (await office.AddCardsAsync(1))[0];
        var admin = await office.StaffSiteAsync(StaffRoles.Admin);
        var custody = await office.StaffSiteAsync(StaffRoles.Custody);
        var id = await IdAsync(office, Box.Value);

        var divide = await admin.SubmitAsync(await admin.GetAsync($"/locations/{id}/divide"), new() { ["Input.Positions"] = "なし" });
        Assert.Contains("位置の数を数字で", divide.Text, StringComparison.Ordinal);
        var box = await admin.SubmitAsync(divide, new() { ["Input.First"] = "1", ["Input.Positions"] = "２", ["Input.Capacity"] = "10" });
        Assert.Contains("位置に分けました", box.Text, StringComparison.Ordinal);

        var shelve = await custody.SubmitAsync(await custody.GetAsync("/shelve"), new() { ["Scan"] = ScanCode.OfLocation(Box.Value) });
        Assert.Contains("位置に分けた箱です", shelve.Text, StringComparison.Ordinal);
        shelve = await custody.SubmitAsync(shelve, new() { ["Scan"] = ScanCode.OfLocation(Box.Inside(2).Value) + ScanCode.OfCard(card.SerialNumber.Value) });
        Assert.Contains($"収納しました {card.SerialNumber.Display} → H-V1-01-01-02", shelve.Text, StringComparison.Ordinal);
        var here = (await custody.GetAsync($"/cards/{card.Id}")).Document.QuerySelectorAll(".tw-shelf__box--here a").Select(link => link.TextContent);
        Assert.Equal(["01", "02"], here); // which box, and which position in it

        var places = await custody.GetAsync("/locations");
        var none = await custody.SubmitAsync(places, new(), "Labels");
        Assert.Contains("表で選んでください", none.Text, StringComparison.Ordinal);
        using var paper = await custody.DownloadAsync(places, new() { ["Chosen"] = id.ToString(), ["Labels.Start"] = "5" }, "Labels");
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<DivideLocation.Outcome> DivideAsync(TestOffice office, string path, int positions, int capacity = 20, int first = 1) =>
        await office.Staff<DivideLocation>().RunAsync(new(await IdAsync(office, path), new(first, positions), capacity), office.ByStaff(), CancellationToken.None);

    private static async Task<ChangeLocation.Outcome> ChangeAsync(TestOffice office, string path, int capacity, bool retired)
    {
        var row = await office.SeeAsync(context => context.Locations.AsNoTracking().SingleAsync(place => place.Path == path));
        return await office.Staff<ChangeLocation>().RunAsync(new(row.Id, row.Version, row.Name, capacity, retired), office.ByStaff(), CancellationToken.None);
    }

    private static Task<Guid> IdAsync(TestOffice office, string path) =>
        office.SeeAsync(context => context.Locations.Where(row => row.Path == path).Select(row => row.Id).SingleAsync());
}
