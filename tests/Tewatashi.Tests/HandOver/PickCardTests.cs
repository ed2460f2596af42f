using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>抜き出し: the list and the scan.</summary>
public sealed class PickCardTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_follows_the_shelf_and_shows_four_digits_alone(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;

        var list = await SeeAsync(day);

        Assert.Equal(["H-V1-01-01", "H-V1-01-02", "H-V1-01-03"], list.ToPick.Select(line => line.Path));
        Assert.Equal(day.Cards.Select(card => card.Card.SerialNumber.LastFour).Reverse(), list.ToPick.Select(line => line.LastFour));
        Assert.Empty(list.Problems);
        Assert.Equal(["Viewed"], await day.RecordedAsync(OperationKind.ViewPickList));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_names_what_can_not_be_picked_with_its_reason(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await day.ChangeCardAsync(0, card => card.Suspension = Suspension.MovedOut);
        await day.ChangeCardAsync(1, card => (card.PlaceKind, card.LocationId) = (PlaceKind.Missing, null));
        await day.ChangeCardAsync(2, card => (card.PlaceKind, card.LocationId) = (PlaceKind.None, null));

        var list = await SeeAsync(day);

        Assert.Equal([PickState.Suspended, PickState.Missing, PickState.NotStored], list.Problems.Select(line => line.State));
        Assert.Single(list.ToPick);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_of_another_day_or_counter_is_empty(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var other = await office.AddCounterAsync("H2");

        var tomorrow = await SeeAsync(day, TestDay.Wednesday.AddDays(1));
        var elsewhere = await office.Staff<SeePickList>().RunAsync(new(day.Day, other.Id), office.ByStaff(), CancellationToken.None);

        Assert.Empty(tomorrow.ToPick);
        Assert.Empty(elsewhere.ToPick);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_on_the_list_takes_its_card_into_the_tray(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;

        var outcome = await day.PickAsync();

        Assert.Equal(1, Assert.IsType<PickCard.Picked>(outcome).Left);
        Assert.Equal(Place.TrayOf(day.Counter.Id), (await day.CardAsync()).Place);
        var list = await SeeAsync(day);
        Assert.Single(list.ToPick);
        Assert.Equal(day.Cards[0].Id, Assert.Single(list.Picked).CardId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_scanned_twice_says_so_and_moves_once(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => day.PickAsync())));
        var again = await day.PickAsync();

        Assert.Single(outcomes.OfType<PickCard.Picked>());
        Assert.IsType<PickCard.AlreadyPicked>(again);
        Assert.Equal(["Picked"], await day.RecordedAsync(OperationKind.PickCard));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_nobody_comes_for_is_refused_and_recorded(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var stranger = Assert.Single(await office.AddCardsAsync(1));

        var unbooked = await day.PickAsync(stranger.SerialNumber);
        var otherDay = await day.PickAsync(day: day.Day.AddDays(1));
        var unknown = await day.PickAsync(SerialNumber.Parse("ZZZ999999"));

        Assert.Null(Assert.IsType<PickCard.NotOnList>(unbooked).BookedOn);
        Assert.Equal(day.Day, Assert.IsType<PickCard.NotOnList>(otherDay).BookedOn);
        Assert.IsType<PickCard.UnknownCard>(unknown);
        Assert.Equal(["NotOnList", "NotOnList"], await day.RecordedAsync(OperationKind.PickCard));
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Label_of_another_counters_list_is_refused_with_its_name(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var other = await office.AddCounterAsync("H2");

        var outcome = await day.PickAsync(day.Cards[0].Card.SerialNumber, counterId: other.Id);

        Assert.Equal("窓口H1", Assert.IsType<PickCard.OtherCounter>(outcome).Counter);
        Assert.Equal(["OtherCounter"], await day.RecordedAsync(OperationKind.PickCard));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspended_card_stays_on_the_shelf(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await day.ChangeCardAsync(0, card => card.Suspension = Suspension.AskAtCounter);

        var outcome = await day.PickAsync();

        Assert.Equal(PickState.Suspended, Assert.IsType<PickCard.NotPickable>(outcome).State);
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync()).PlaceKind);
        Assert.Equal(["NotPickable"], await day.RecordedAsync(OperationKind.PickCard));
    }

    [Fact]
    public void Every_place_of_a_card_is_told_apart()
    {
        var here = Tewatashi.Data.Ids.New();
        PickState Of(PlaceKind place, string? path = null, Guid? tray = null) => PickStates.Of(CardProgress.Prepared, null, place, tray, path, here, "H");

        Assert.Equal(PickState.ToPick, Of(PlaceKind.Storage, "H-V1-01-01"));
        Assert.Equal(PickState.OtherOffice, Of(PlaceKind.Storage, "HA-V1-01-01"));
        Assert.Equal(PickState.Picked, Of(PlaceKind.Tray, tray: here));
        Assert.Equal(PickState.OtherTray, Of(PlaceKind.Tray, tray: Tewatashi.Data.Ids.New()));
        Assert.Equal(PickState.OnTheWay, Of(PlaceKind.Transit));
        Assert.Equal(PickState.Gone, Of(PlaceKind.Posted));
        Assert.Equal(PickState.NotPrepared, PickStates.Of(CardProgress.Inspected, null, PlaceKind.Storage, null, "H-V1", here, "H"));
        Assert.Equal(PickState.Gone, PickStates.Of(CardProgress.HandedOver, Suspension.Deceased, PlaceKind.WithResident, null, null, here, "H"));
    }

    private static Task<SeePickList.View> SeeAsync(TestDay day, DateOnly? on = null) =>
        day.Office.Staff<SeePickList>().RunAsync(new(on ?? day.Day, day.Counter.Id), day.Office.ByStaff(), CancellationToken.None);
}
