using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

public sealed class StoreCardTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_goes_from_the_table_into_a_box_and_on_to_another_with_every_movement_recorded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var card = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];

        var first = Assert.IsType<StoreCard.Stored>(await office.StoreAsync(boxes[0], card));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = Assert.IsType<StoreCard.Stored>(await office.StoreAsync(boxes[1], card));

        Assert.Null(first.From);
        Assert.Equal("本庁 保管庫1 棚01 箱01", first.Fill.Place.Words);
        Assert.Equal("H-V1-01-01", second.From);
        Assert.IsType<StoreCard.AlreadyHere>(await office.StoreAsync(boxes[1], card));
        var movements = await office.SeeAsync(context => context.Movements.AsNoTracking().OrderBy(row => row.At).ToListAsync());
        Assert.Equal([(PlaceKind.None, (Guid?)null), (PlaceKind.Storage, first.LocationId)], movements.Select(row => (row.FromKind, row.FromLocationId)));
        Assert.Equal([first.LocationId, second.LocationId], movements.Select(row => row.ToLocationId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_free_place_of_a_box_is_given_once_however_many_hands_reach_for_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync(boxes: 1, capacity: 3))[0];
        var cards = await office.AddCardsAsync(12, CardProgress.Prepared);

        var outcomes = await Task.WhenAll(cards.Select(card => Task.Run(() => office.StoreAsync(box, card))));

        Assert.Equal(3, outcomes.OfType<StoreCard.Stored>().Count());
        Assert.Equal(9, outcomes.OfType<StoreCard.Full>().Count());
        Assert.Equal(3, await office.SeeAsync(context => context.Cards.CountAsync(row => row.PlaceKind == PlaceKind.Storage)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_card_scanned_into_two_boxes_at_once_lies_in_one_and_its_movements_say_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 4);
        var card = (await office.AddCardsAsync(1, CardProgress.Prepared))[0];

        var outcomes = await Task.WhenAll(boxes.Select(box => Task.Run(() => office.StoreAsync(box, card))));

        Assert.All(outcomes, outcome => Assert.True(outcome is StoreCard.Stored or StoreCard.Overtaken));
        var stored = outcomes.OfType<StoreCard.Stored>().ToList();
        Assert.Equal(stored.Count, await office.SeeAsync(context => context.Movements.CountAsync()));
        Assert.Single(stored, outcome => outcome.From is null);
        var at = await office.SeeAsync(context => context.Cards.Select(row => row.LocationId).SingleAsync());
        Assert.Contains(stored, outcome => outcome.LocationId == at);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_stored_is_refused_by_name(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(capacity: 6);
        var expected = (await office.AddCardsAsync(1, CardProgress.Expected))[0];
        var gone = (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident))[0];
        var card = (await office.AddCardsAsync(1, CardProgress.Prepared))[0];

        Assert.Equal(new StoreCard.NotInspected(expected.Id, CardProgress.Expected), await office.StoreAsync(boxes[0], expected));
        Assert.Equal(new StoreCard.NotInspected(gone.Id, CardProgress.HandedOver), await office.StoreAsync(boxes[0], gone));
        Assert.IsType<StoreCard.UnknownLocation>(await office.StoreAsync(LocationPath.Parse("X-V9-01-01"), card));
        Assert.Equal(new StoreCard.NotForCards(LocationKind.Shelf, false), await office.StoreAsync(LocationPath.Parse("H-V1-01"), card));
        Assert.IsType<StoreCard.UnknownCard>(await office.Staff<StoreCard>().RunAsync(
            new(boxes[0], SerialNumber.Parse("ZZZ999999")), office.ByStaff(), CancellationToken.None));
        Assert.True(Assert.IsType<StoreCard.Stored>(await office.StoreAsync(boxes[0], card)).Fill.IsNearlyFull);
    }
}
