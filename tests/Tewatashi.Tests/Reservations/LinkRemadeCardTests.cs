using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Transfers;
using static Tewatashi.Reservations.LinkRemadeCard;

namespace Tewatashi.Tests.Reservations;

/// <summary>再作成: the new card takes the place of the old one, and its booking with it.</summary>
public sealed class LinkRemadeCardTests
{
    private static readonly ApplicantNames Somebody = TestCards.NamesOf(1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_moves_to_the_new_card_with_its_number_and_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (old, remade) = await BookedAsync(office, CardProgress.Prepared);
        var visit = await office.SeeAsync(context => context.Visits.AsNoTracking().SingleAsync());

        Assert.Equal(new Linked(old.Id, remade.Id, BookingEnd.Moved), await LinkAsync(office, old, remade));

        var reservation = await office.SeeAsync(context => context.Reservations.AsNoTracking().SingleAsync());
        Assert.Equal((remade.Id, visit.Id, ReservationState.Booked), (reservation.CardId, reservation.VisitId, reservation.State));
        Assert.Equal(Suspension.Remade, (await CardAsync(office, old.Id)).Suspension);
        Assert.Null((await CardAsync(office, remade.Id)).Suspension);
        Assert.Equal([new RemadeLink(remade.Id, remade.SerialNumber, IsOld: true)], (await ViewAsync(office, old.Id)).Remade);
        var view = await ViewAsync(office, remade.Id);
        Assert.Equal([new RemadeLink(old.Id, old.SerialNumber, IsOld: false)], view.Remade);
        Assert.Equal(visit.ReservationNumber, view.Booking?.Number);
        Assert.Empty(view.SamePerson);
        Assert.Equal([], await office.SeatViolationsAsync());
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_waits_on_the_call_list_until_the_new_card_can_be_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (old, remade) = await BookedAsync(office, CardProgress.Inspected);

        Assert.Equal(BookingEnd.ToBeRebooked, Assert.IsType<Linked>(await LinkAsync(office, old, remade)).Booking);

        Assert.Equal(old.Id, await office.SeeAsync(context => context.Reservations.Select(row => row.CardId).SingleAsync()));
        Assert.Equal((CallReason.CardOnHold, CallState.Open), await CallAsync(office));
        await office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(remade.SerialNumber), office.ByStaff(), CancellationToken.None);
        Assert.Equal(BookingEnd.Moved, Assert.IsType<Linked>(await LinkAsync(office, old, remade)).Booking);
        Assert.Equal(remade.Id, await office.SeeAsync(context => context.Reservations.Select(row => row.CardId).SingleAsync()));
        Assert.Equal((CallReason.CardOnHold, CallState.Withdrawn), await CallAsync(office));
        Assert.Equal(1, await office.SeeAsync(context => context.RemadeCards.CountAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lifting_the_old_card_ends_the_link_and_keeps_its_record(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Somebody);
        await LinkAsync(office, cards[0], cards[1]);

        Assert.IsType<LiftSuspension.Lifted>(await office.Staff<LiftSuspension>().RunAsync(new(cards[0].Id, (await CardAsync(office, cards[0].Id)).Version), office.ByStaff(), CancellationToken.None));

        Assert.Empty((await ViewAsync(office, cards[1].Id)).Remade);
        Assert.NotNull(await office.SeeAsync(context => context.RemadeCards.Select(row => row.EndedAt).SingleAsync()));
        await AssertSoundAsync(office);
        Assert.IsType<Linked>(await LinkAsync(office, cards[1], cards[0]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reason_that_lies_in_the_person_stops_the_new_card_too_and_shows_no_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (old, remade) = await BookedAsync(office, CardProgress.Prepared);
        await office.Staff<SuspendCard>().RunAsync(new(old.Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);

        Assert.Equal(BookingEnd.ToBeRebooked, Assert.IsType<Linked>(await LinkAsync(office, old, remade)).Booking);

        Assert.Equal(Suspension.AskAtCounter, (await CardAsync(office, old.Id)).Suspension);
        Assert.Equal(Suspension.AskAtCounter, (await CardAsync(office, remade.Id)).Suspension);
        var seen = await office.Resident<ViewBooking>().RunAsync(new(old.Id), office.ByResident(old.Id), CancellationToken.None);
        Assert.Null(seen?.Visit);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reason_that_lies_in_the_card_stays_with_the_old_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Somebody);
        await office.Staff<SuspendCard>().RunAsync(new(cards[0].Id, Suspension.Defective), office.ByStaff(), CancellationToken.None);

        Assert.IsType<Linked>(await LinkAsync(office, cards[0], cards[1]));

        Assert.Equal(Suspension.Defective, (await CardAsync(office, cards[0].Id)).Suspension);
        Assert.Null((await CardAsync(office, cards[1].Id)).Suspension);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_sent_back_to_the_maker_is_linked_and_stays_what_it_is(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Somebody);
        await office.SuspendAsync(cards[0].Id, Suspension.Defective);
        var (_, second) = await office.AddSecondAsync(StaffRoles.Admin);
        Assert.IsType<ReturnToMaker.Returned>(await office.Staff<ReturnToMaker>().RunAsync(new(cards[0].Id, cards[0].SerialNumber, MakerReturnReason.ChipDefect, second), office.ByStaff(), CancellationToken.None));

        Assert.Equal(new Linked(cards[0].Id, cards[1].Id, BookingEnd.None), await LinkAsync(office, cards[0], cards[1]));

        Assert.Equal((CardProgress.ReturnedToMaker, (Suspension?)Suspension.Defective), await office.SeeAsync(async context => { var card = await context.Cards.SingleAsync(row => row.Id == cards[0].Id); return (card.Progress, card.Suspension); }));
        Assert.Equal(new Over(cards[0].SerialNumber, CardProgress.ReturnedToMaker), await LinkAsync(office, cards[1], cards[0]));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_of_two_people_are_never_linked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1, names: _ => Somebody))[0];
        var otherBirthday = (await office.AddCardsAsync(1, names: _ => TestCards.NamesOf(2)))[0];
        var renamed = (await office.AddCardsAsync(1, names: _ => new(ApplicationId.Parse("99900000000000000000001"), KanaName.Parse("レイダイ　ケン"), Somebody.Birthday)))[0];
        var over = (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident, names: _ => Somebody))[0];

        Assert.IsType<OtherPerson>(await LinkAsync(office, card, otherBirthday));
        Assert.IsType<OtherPerson>(await LinkAsync(office, card, otherBirthday, otherName: true));
        Assert.IsType<OtherName>(await LinkAsync(office, card, renamed));
        Assert.Equal(new Over(over.SerialNumber, CardProgress.HandedOver), await LinkAsync(office, over, card));
        Assert.IsType<SameCard>(await LinkAsync(office, card, card));
        Assert.IsType<UnknownCard>(await office.Staff<LinkRemadeCard>().RunAsync(new(card.SerialNumber, SerialNumber.Parse("ZZZ999999")), office.ByStaff(), CancellationToken.None));
        Assert.Null((await CardAsync(office, card.Id)).Suspension);
        Assert.IsType<Linked>(await LinkAsync(office, card, renamed, otherName: true));
        Assert.IsType<LinkedElsewhere>(await LinkAsync(office, card, (await office.AddCardsAsync(1, names: _ => Somebody))[0]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_clerks_who_link_the_same_cards_in_either_direction_leave_one_link(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3, names: _ => Somebody);

        var outcomes = await Task.WhenAll(new[] { (0, 1), (1, 0), (0, 1), (0, 2), (2, 0) }.Select(pair => Task.Run(() => LinkAsync(office, cards[pair.Item1], cards[pair.Item2]))));

        Assert.All(outcomes, outcome => Assert.True(outcome is Linked or LinkedElsewhere, outcome.ToString()));
        var links = await office.SeeAsync(context => context.RemadeCards.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(links, one => links.Exists(other => one.OldCardId == other.NewCardId && one.NewCardId == other.OldCardId));
        Assert.Equal(links.Count, links.Select(link => link.OldCardId).Distinct().Count());
        Assert.Equal(links.Count, links.Select(link => link.NewCardId).Distinct().Count());
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visit_moved_to_another_office_while_its_card_is_remade_brings_the_new_card_over(Engine engine)
    {
        const int Cards = 8;
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(Cards);
        var (day, at) = (new DateOnly(2026, 12, 9), new TimeOnly(10, 0));
        var visits = new List<Guid>();
        foreach (var (i, card) in offices.Cards.Index())
            visits.Add(Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(card.Id, offices.Near, day, at.AddMinutes(15 * i))).VisitId);
        var remade = await office.AddCardsAsync(Cards, names: number => TestCards.NamesOf(number - Cards));
        foreach (var card in remade) Assert.IsType<StoreCard.Stored>(await office.StoreAsync(offices.NearBoxes[1], card));

        var link = Task.WhenAll(remade.Select((card, i) => Task.Run(() => LinkAsync(office, offices.Cards[i].Card, card))));
        var move = Task.WhenAll(visits.Select((visit, i) => Task.Run(() =>
            office.Staff<ChangeVisit>().RunAsync(new(visit, offices.Far.Id, day, at.AddMinutes(15 * i)), office.ByStaff(), CancellationToken.None))));

        Assert.All(await link, outcome => Assert.Equal(BookingEnd.Moved, Assert.IsType<Linked>(outcome).Booking));
        var moved = (await move).Count(outcome => outcome is ChangeVisit.Changed);
        Assert.Equal(moved, await office.SeeAsync(context => context.TransferOrders.CountAsync(row => row.State == TransferState.Ordered)));
        await AssertSoundAsync(office);
    }

    private static async Task<(Card Old, Card Remade)> BookedAsync(TestOffice office, CardProgress remade)
    {
        var counter = await office.AddCounterAsync();
        var old = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(old, counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        return (old.Card, (await office.AddCardsAsync(1, remade, names: _ => Somebody))[0]);
    }

    private static Task<Outcome> LinkAsync(TestOffice office, Card old, Card remade, bool otherName = false) =>
        office.Staff<LinkRemadeCard>().RunAsync(new(old.SerialNumber, remade.SerialNumber, otherName), office.ByStaff(), CancellationToken.None);

    private static Task<Card> CardAsync(TestOffice office, Guid id) => office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task<(CallReason, CallState)> CallAsync(TestOffice office)
    {
        var call = await office.SeeAsync(context => context.Calls.AsNoTracking().SingleAsync());
        return (call.Reason, call.State);
    }

    private static async Task<CardView> ViewAsync(TestOffice office, Guid id) =>
        Assert.IsType<ViewCard.Shown>(await office.Staff<ViewCard>().RunAsync(new(id, WithNames: true), office.ByStaff(), CancellationToken.None)).View;

    private static async Task AssertSoundAsync(TestOffice office) => Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
}
