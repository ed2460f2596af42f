using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Counting;

/// <summary>保管庫の図: what the boxes hold, and what wants attention.</summary>
public sealed class SeeVaultTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Picture_counts_cards_and_names_full_boxes(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(shelves: 2, boxes: 2, capacity: 2);
        foreach (var card in await office.AddCardsAsync(2, CardProgress.Inspected)) await office.StoreAsync(boxes[1], card);

        var picture = await SeeAsync(office, "H-V1");

        Assert.Equal(["H-V1-01", "H-V1-02"], picture!.Shelves.Select(shelf => shelf.Place.Path)); // there are boxes
        Assert.Equal("本庁 保管庫1 棚01", picture.Shelves[0].Place.Words);
        var all = picture.Shelves.SelectMany(shelf => shelf.Boxes).ToList();
        Assert.Equal([(0, 0, false), (2, 10, true), (0, 0, false), (0, 0, false)], all.Select(box => (box.Cards, box.Tenths, box.IsFull)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_says_its_nearest_deadline_and_how_many_have_passed(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await day.ChangeCardAsync(0, card => card.LastDayOn = office.Today.AddDays(-1));
        await day.ChangeCardAsync(1, card => card.LastDayOn = office.Today);

        var boxes = (await SeeAsync(office, "H-V1-01"))!.Shelves.Single().Boxes; // there are boxes

        Assert.Equal([(office.Today.AddDays(90), 0), (office.Today, 0), ((DateOnly?)null, 1)], boxes.Select(box => (box.NearestDeadline, box.PastDeadline))); // the first card lies in the last box
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_left_uncounted_beyond_the_rule_says_so_until_it_is_counted(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var days = await office.SeeAsync(context => context.Settings.Select(row => row.CountOverdueDays).SingleAsync());
        Assert.DoesNotContain((await SeeAsync(office, "H-V1"))!.Shelves[0].Boxes, box => box.CountOverdue);
        office.Clock.Advance(TimeSpan.FromDays(days + 1));

        Assert.Equal([false, false, true], (await SeeAsync(office, "H-V1"))!.Shelves[0].Boxes.Select(box => box.CountOverdue));

        var count = (OpenCount.Opened)await office.Staff<OpenCount>().RunAsync(new(day.Boxes[2]), office.ByStaff(), CancellationToken.None);
        await office.Staff<CloseCount>().RunAsync(new(count.CountId), office.ByStaff(), CancellationToken.None);
        Assert.DoesNotContain((await SeeAsync(office, "H-V1"))!.Shelves[0].Boxes, box => box.CountOverdue);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Box_shows_its_own_shelf_and_a_place_without_boxes_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync(shelves: 2, boxes: 3);

        Assert.Equal(["H-V1-02-01", "H-V1-02-02", "H-V1-02-03"], (await SeeAsync(office, "H-V1-02-02"))!.Shelves.Single().Boxes.Select(box => box.Path)); // it is a box
        Assert.Null(await office.Staff<SeeVault>().RunAsync(office.Municipality, Ids.New(), CancellationToken.None));
    }

    private static async Task<VaultPicture?> SeeAsync(TestOffice office, string path)
    {
        var id = await office.SeeAsync(context => context.Locations.Where(row => row.Path == path).Select(row => row.Id).SingleAsync());
        return await office.Staff<SeeVault>().RunAsync(office.Municipality, id, CancellationToken.None);
    }
}
