using Tewatashi.Cards;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>Where the system proposes to shelve a card.</summary>
public sealed class ProposeBoxTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_proposed_beside_its_delivery_and_another_delivery_gets_a_box_of_its_own(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 3);
        var first = await office.AddCardsAsync(2, CardProgress.Inspected);
        var second = await office.AddCardsAsync(1, CardProgress.Inspected);
        await office.StoreAsync(boxes[0], first[0]);

        Assert.Equal((boxes[0].Value, true), await ProposedAsync(office, first[1]));
        Assert.Equal((boxes[1].Value, false), await ProposedAsync(office, second[0]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_goes_on_behind_its_full_box(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 4, capacity: 1);
        var cards = await office.AddCardsAsync(2, CardProgress.Inspected);
        await office.StoreAsync(boxes[2], cards[0]);

        Assert.Equal((boxes[3].Value, false), await ProposedAsync(office, cards[1]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_room_and_an_unknown_card_are_said(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync(boxes: 1, capacity: 1))[0];
        var cards = await office.AddCardsAsync(2, CardProgress.Inspected);
        await office.StoreAsync(box, cards[0]);

        Assert.IsType<ProposeBox.NoRoom>(await office.Staff<ProposeBox>().RunAsync(office.Municipality, cards[1].SerialNumber, CancellationToken.None));
        Assert.IsType<ProposeBox.UnknownCard>(await office.Staff<ProposeBox>().RunAsync(office.Municipality, SerialNumber.Parse("ZZZ999999"), CancellationToken.None));
    }

    private static async Task<(string Path, bool Beside)> ProposedAsync(TestOffice office, Card card)
    {
        var proposed = Assert.IsType<ProposeBox.Proposed>(await office.Staff<ProposeBox>().RunAsync(office.Municipality, card.SerialNumber, CancellationToken.None));
        return (proposed.Fill.Place.Path, proposed.Beside);
    }
}
