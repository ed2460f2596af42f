using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Reservations.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Lists;

/// <summary>One change to every card of a selection, looked at before it is done.</summary>
public sealed class ChangeCardsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Preview_says_of_each_card_whether_it_goes_and_changes_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await MixedAsync(office);

        var lines = await PreviewAsync(office, cards, new CardChange.Suspend(Suspension.Defective));

        Assert.Equal([null, CardChangeRefusal.AlreadySuspended, CardChangeRefusal.Over], lines.Select(line => line.LeftOut));
        Assert.Equal(1, await office.SeeAsync(context => context.Cards.CountAsync(card => card.Suspension != null)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspending_many_stops_those_that_can_and_names_the_others(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await MixedAsync(office);

        var result = await ChangeAsync(office, cards, new CardChange.Suspend(Suspension.Defective));

        Assert.Equal(1, result.Changed);
        Assert.Equal([(cards[1].Id, CardChangeRefusal.AlreadySuspended), (cards[2].Id, CardChangeRefusal.Over)], result.LeftOut.Select(row => (row.Key, row.Value)));
        var stopped = await office.SeeAsync(context => context.Cards.OrderBy(card => card.SerialNumber).Select(card => card.Suspension).ToListAsync());
        Assert.Equal([Suspension.Defective, Suspension.MovedOut, null], stopped);
        Assert.Equal(2, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.SuspendCard))); // one of them made the mixture
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_form_sent_twice_changes_nothing_more(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(5);

        var first = await ChangeAsync(office, cards, new CardChange.Amend(true));
        var second = await ChangeAsync(office, cards, new CardChange.Amend(true));

        Assert.Equal((5, 0), (first.Changed, second.Changed));
        Assert.All(second.LeftOut.Values, why => Assert.Equal(CardChangeRefusal.Unchanged, why));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_with_the_same_selection_change_each_card_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(8);

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ChangeAsync(office, cards, new CardChange.Suspend(Suspension.Hospitalised)))));

        Assert.Equal(8, results.Sum(result => result.Changed));
        Assert.Equal(8, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.SuspendCard)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspension_that_changed_since_the_preview_is_not_lifted(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        await ChangeAsync(office, cards, new CardChange.Suspend(Suspension.Hospitalised));
        var seen = await PreviewAsync(office, cards, new CardChange.Lift());
        await office.Staff<MarkAmendment>().RunAsync(new(cards[1].Id, true), office.ByStaff(), CancellationToken.None);

        var result = await office.Staff<ChangeCards>().RunAsync(new([.. seen.Select(line => new ChangeCards.Chosen(line.Card.CardId, line.Card.Version))], new CardChange.Lift()), office.ByStaff(), CancellationToken.None);

        Assert.Equal(1, result.Changed);
        Assert.Equal(CardChangeRefusal.Overtaken, result.LeftOut[cards[1].Id]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspended_cards_with_a_booking_are_counted_for_the_call_list(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;

        var result = await ChangeAsync(office, [.. day.Cards.Select(card => card.Card), (await office.AddCardsAsync(1))[0]], new CardChange.Suspend(Suspension.MovedOut));

        Assert.Equal((3, 2), (result.Changed, result.Booked));
        Assert.Equal(2, await office.SeeAsync(context => context.Calls.CountAsync()));
    }

    [Fact]
    public void Every_change_is_read_back_from_its_code() =>
        Assert.All(CardChange.All, change => Assert.True(CardChange.TryParse(change.Code, out var read) && read == change && change.Name.Length > 0));

    /// <summary>One free, one suspended, one handed over.</summary>
    private static async Task<IReadOnlyList<Card>> MixedAsync(TestOffice office)
    {
        var cards = await office.AddCardsAsync(2);
        await ChangeAsync(office, [cards[1]], new CardChange.Suspend(Suspension.MovedOut));
        return [.. cards, (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident))[0]];
    }

    private static Task<IReadOnlyList<PreviewCardChange.Line>> PreviewAsync(TestOffice office, IEnumerable<Card> cards, CardChange change) =>
        office.Staff<PreviewCardChange>().RunAsync(new([.. cards.Select(card => card.Id)], change), office.ByStaff(), CancellationToken.None);

    private static Task<ChangeCards.Result> ChangeAsync(TestOffice office, IEnumerable<Card> cards, CardChange change) =>
        office.Staff<ChangeCards>().RunAsync(new([.. cards.Select(card => new ChangeCards.Chosen(card.Id, card.Version))], change), office.ByStaff(), CancellationToken.None);
}
