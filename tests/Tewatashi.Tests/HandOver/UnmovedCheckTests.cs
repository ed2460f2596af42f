using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>異動なし確認 at each pick, in the name of whoever looked into the register.</summary>
public sealed class UnmovedCheckTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_nobody_looked_up_is_not_picked_where_the_municipality_wants_it(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        var without = await PickAsync(day, unmoved: false);
        var stays = (await day.CardAsync()).PlaceKind;
        var with = await PickAsync(day, unmoved: true);

        Assert.Equal(new PickCard.UnmovedNotConfirmed(day.Cards[0].Id, day.Cards[0].Card.SerialNumber.LastFour), without);
        Assert.Equal(PlaceKind.Storage, stays);
        Assert.IsType<PickCard.Picked>(with);
        var check = await office.SeeAsync(context => context.UnmovedChecks.AsNoTracking().SingleAsync());
        Assert.Equal((day.Cards[0].Id, day.Day, office.StaffMemberId), (check.CardId, check.Day, check.StaffMemberId));
        Assert.Contains("Unmoved", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.PickCard).Select(row => row.Detail).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_confirmed_from_the_list_is_picked_by_anyone_on_that_day_alone(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        var stranger = Assert.Single(await office.AddCardsAsync(1));

        var confirmed = await ConfirmAsync(day, day.Day, day.Cards[0].Id, stranger.Id);
        var again = await ConfirmAsync(day, day.Day, day.Cards[0].Id);
        var otherDay = await ConfirmAsync(day, day.Day.AddDays(1), day.Cards[1].Id);

        Assert.Equal((1, 0, 0), (confirmed, again, otherDay));
        Assert.IsType<PickCard.Picked>(await PickAsync(day, unmoved: false));
        Assert.IsType<PickCard.UnmovedNotConfirmed>(await PickAsync(day, unmoved: false, card: 1));
        var list = await office.Staff<SeePickList>().RunAsync(new(day.Day, null), office.ByStaff(), CancellationToken.None);
        Assert.Equal((true, false), (list.Picked.Single().Unmoved, list.ToPick.Single().Unmoved));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_that_switched_it_off_picks_without(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.UnmovedCheckAtPick, false)));

        Assert.IsType<PickCard.Picked>(await PickAsync(day, unmoved: false));
        Assert.False(await office.SeeAsync(context => context.UnmovedChecks.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_confirmed_and_picked_at_once_is_confirmed_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        var confirms = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ConfirmAsync(day, day.Day, day.Cards[0].Id))).ToList();
        var picked = await Task.Run(() => PickAsync(day, unmoved: true));
        await Task.WhenAll(confirms);

        Assert.IsType<PickCard.Picked>(picked);
        Assert.Equal(1, await office.SeeAsync(context => context.UnmovedChecks.CountAsync()));
    }

    private static Task<PickCard.Outcome> PickAsync(TestDay day, bool unmoved, int card = 0) =>
        day.Office.Staff<PickCard>().RunAsync(new(day.Cards[card].Card.SerialNumber, day.Counter.Id, day.Day, unmoved), day.Office.ByStaff(), CancellationToken.None);

    private static Task<int> ConfirmAsync(TestDay day, DateOnly on, params Guid[] cards) => day.Office.Staff<ConfirmUnmoved>().RunAsync(new(on, cards), day.Office.ByStaff(), CancellationToken.None);
}
