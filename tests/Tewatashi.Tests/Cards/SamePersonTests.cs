using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Cards;

/// <summary>Two cards of the same person in stock: noticed at the inspection and on the card's page, until a clerk decided.</summary>
public sealed class SamePersonTests
{
    private static readonly ApplicantNames Somebody = new(ApplicationId.Parse("12345678901234567890123"), KanaName.Parse("ミホン　ハナコ"), Birthday.Parse("03-07"));

    public static TheoryData<Engine, string, string, string, bool> Others
    {
        get
        {
            var data = new TheoryData<Engine, string, string, string, bool>();
            foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
            {
                data.Add(engine, "12345678901234567890123", "サンプル　タロウ", "12-24", true); // the same application
                data.Add(engine, "99945678901234567890123", "ミホン　ハナコ", "03-07", true);
                data.Add(engine, "99945678901234567890123", "ミホン　ハナコ", "1980-03-07", true); // a year that only one has tells nothing
                data.Add(engine, "99945678901234567890123", "ミホン　バナコ", "03-07", false); // the loose key is the same, the name is not
                data.Add(engine, "99945678901234567890123", "ミホン　ハナコ", "03-08", false);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Second_card_in_stock_is_noticed_when_it_is_inspected(Engine engine, string application, string kana, string birthday, bool isSame)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var old = (await office.AddCardsAsync(1, names: _ => new(ApplicationId.Parse(application), KanaName.Parse(kana), Birthday.Parse(birthday))))[0];
        var arriving = await ArrivingAsync(office);

        var inspected = Assert.IsType<InspectCard.Inspected>(await office.Staff<InspectCard>().RunAsync(new(arriving.ShipmentId!.Value, arriving.SerialNumber), office.ByStaff(), CancellationToken.None));

        Assert.Equal(isSame ? [old.SerialNumber] : [], inspected.SamePerson.Select(other => other.SerialNumber));
        Assert.Equal(isSame ? [arriving.SerialNumber] : [], (await ViewAsync(office, old.Id)).SamePerson.Select(other => other.SerialNumber));
        Assert.Empty((await ViewAsync(office, old.Id, withNames: false)).SamePerson);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_is_over_or_not_here_yet_is_no_second_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident, names: _ => Somebody);
        await office.AddCardsAsync(1, CardProgress.Expected, names: _ => Somebody);
        var card = (await office.AddCardsAsync(1, names: _ => Somebody))[0];

        Assert.Empty((await ViewAsync(office, card.Id)).SamePerson);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hint_goes_away_when_a_clerk_keeps_both_however_many_decide_so(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Somebody);
        Task<KeepBothCards.Outcome> Keep(Guid one, Guid other) => Task.Run(() => office.Staff<KeepBothCards>().RunAsync(new(one, other), office.ByStaff(), CancellationToken.None));
        Assert.Single((await ViewAsync(office, cards[0].Id)).SamePerson);

        var outcomes = await Task.WhenAll(Keep(cards[0].Id, cards[1].Id), Keep(cards[1].Id, cards[0].Id), Keep(cards[0].Id, cards[1].Id));

        Assert.Single(outcomes.OfType<KeepBothCards.KeptBoth>());
        Assert.Equal(2, outcomes.OfType<KeepBothCards.AlreadyKept>().Count());
        Assert.IsType<KeepBothCards.NotFound>(await Keep(cards[0].Id, cards[0].Id));
        Assert.Empty((await ViewAsync(office, cards[0].Id)).SamePerson);
        Assert.Empty((await ViewAsync(office, cards[1].Id)).SamePerson);
        Assert.All(await office.SeeAsync(context => context.Cards.AsNoTracking().ToListAsync()), card => Assert.Null(card.Suspension));
    }

    private static async Task<Card> ArrivingAsync(TestOffice office)
    {
        var card = (await office.AddCardsAsync(1, CardProgress.Expected, names: _ => Somebody))[0];
        Assert.IsType<ReceiveShipment.Receiving>(await office.Staff<ReceiveShipment>().RunAsync(new(card.ShipmentId!.Value), office.ByStaff(), CancellationToken.None));
        return card;
    }

    private static async Task<CardView> ViewAsync(TestOffice office, Guid id, bool withNames = true) =>
        Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(id, withNames), office.ByStaff(), CancellationToken.None)).View;
}
