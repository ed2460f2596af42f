using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>Storage places with cards in them.</summary>
public sealed class LocationsTests
{
    private static async Task<ListLocations.Row> RowAsync(TestOffice office, string path) =>
        (await office.Staff<ListLocations>().RunAsync(office.Municipality, CancellationToken.None)).Single(row => row.Path == path);

    private static async Task<ChangeLocation.Outcome> ChangeAsync(TestOffice office, string path, string name, int? capacity, bool retired)
    {
        var row = await RowAsync(office, path);
        return await office.Staff<ChangeLocation>().RunAsync(new(row.Id, row.Version, name, capacity, retired), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tree_counts_cards_of_everything_inside(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(shelves: 2, boxes: 2, capacity: 10);
        foreach (var (card, i) in (await office.AddCardsAsync(3)).Select((card, i) => (card, i))) await office.StoreAsync(boxes[i], card);

        var rows = await office.Staff<ListLocations>().RunAsync(office.Municipality, CancellationToken.None);

        Assert.Equal(["H", "H-V1", "H-V1-01", "H-V1-01-01", "H-V1-01-02", "H-V1-02", "H-V1-02-01", "H-V1-02-02"], rows.Select(row => row.Path));
        Assert.Equal([3, 3, 2, 1, 1, 1, 1, 0], rows.Select(row => row.Cards));
        Assert.Equal([40, 40, 20, 10, 10, 20, 10, 10], rows.Select(row => row.Capacity));
        Assert.Equal([1, 2, 3, 4, 4, 3, 4, 4], rows.Select(row => row.Depth));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Place_goes_out_of_use_only_when_nothing_lies_in_it_or_inside_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var card = (await office.AddCardsAsync(1))[0];
        await office.StoreAsync(boxes[0], card);

        Assert.Equal(new ChangeLocation.NotEmpty(1), await ChangeAsync(office, "H-V1-01", "棚01", null, retired: true));
        Assert.False((await RowAsync(office, "H-V1-01-02")).Retired);
        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, "H-V1-01-02", "箱02", 50, retired: true));

        Assert.Equal(new StoreCard.NotForCards(LocationKind.Box, true), await office.StoreAsync(boxes[1], card));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Shelf_out_of_use_takes_its_boxes_along_and_they_come_back_after_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();

        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, "H-V1-01", "棚01", null, retired: true));

        Assert.True((await RowAsync(office, "H-V1-01-02")).Retired);
        Assert.IsType<ChangeLocation.Refused>(await ChangeAsync(office, "H-V1-01-02", "箱02", 50, retired: false));
        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, "H-V1-01", "棚01", null, retired: false));
        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, "H-V1-01-02", "箱02", 50, retired: false));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Capacity_below_what_lies_there_is_refused_and_a_stale_form_too(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync())[0];
        foreach (var card in await office.AddCardsAsync(3)) await office.StoreAsync(box, card);
        var stale = await RowAsync(office, box.Value);

        Assert.Equal(new ChangeLocation.CapacityTooSmall(3), await ChangeAsync(office, box.Value, "箱01", 2, retired: false));
        Assert.IsType<ChangeLocation.Changed>(await ChangeAsync(office, box.Value, "小箱", 3, retired: false));
        Assert.IsType<ChangeLocation.Refused>(await ChangeAsync(office, box.Value, "123456789018", 3, retired: false));
        var late = await office.Staff<ChangeLocation>().RunAsync(new(stale.Id, stale.Version, "箱", 9, false), office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeLocation.Overtaken>(late);
        var row = await RowAsync(office, box.Value);
        Assert.Equal(("小箱", 3), (row.Name, row.Capacity));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_shows_what_lies_in_it_and_the_log_names_each_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync())[0];
        var cards = await office.AddCardsAsync(2);
        foreach (var card in cards) await office.StoreAsync(box, card);
        var id = (await RowAsync(office, box.Value)).Id;

        var shown = Assert.IsType<ViewLocation.Shown>(await office.Staff<ViewLocation>().RunAsync(new(id), office.ByStaff(), CancellationToken.None));

        Assert.Equal(cards.Select(card => card.SerialNumber), shown.Cards.Select(row => row.SerialNumber));
        var entry = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.SubjectId == id && row.Operation == Tewatashi.Audit.OperationKind.ListCards));
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
    }
}
