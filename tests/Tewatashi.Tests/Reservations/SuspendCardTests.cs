using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

public sealed class SuspendCardTests
{
    private static Task<SuspendCard.Outcome> SuspendAsync(TestOffice office, Guid cardId, Suspension reason = Suspension.MovedOut) =>
        office.Staff<SuspendCard>().RunAsync(new(cardId, reason), office.ByStaff(), CancellationToken.None);

    private static Task<Card> CardAsync(TestOffice office, Guid id) => office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == id));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_with_a_booking_is_stopped_and_the_booking_named(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        var number = await office.WriteBookingAsync(cards[0]);

        var booked = Assert.IsType<SuspendCard.Suspended>(await SuspendAsync(office, cards[0].Id));
        var free = Assert.IsType<SuspendCard.Suspended>(await SuspendAsync(office, cards[1].Id, Suspension.AskAtCounter));

        Assert.Equal(number, booked.Booking?.Number);
        Assert.Null(free.Booking);
        Assert.Equal(Suspension.MovedOut, (await CardAsync(office, cards[0].Id)).Suspension);
        Assert.Equal(ReservationState.Booked, await office.SeeAsync(context => context.Reservations.Select(row => row.State).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_stopped_once_however_many_clerks_do_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];

        var outcomes = await Task.WhenAll(Enum.GetValues<Suspension>().Where(reason => reason != Suspension.Abolished).Select(reason => Task.Run(() => SuspendAsync(office, card.Id, reason))));

        Assert.Single(outcomes.OfType<SuspendCard.Suspended>());
        var reason = (await CardAsync(office, card.Id)).Suspension!.Value;
        Assert.All(outcomes.OfType<SuspendCard.AlreadySuspended>(), outcome => Assert.Equal(reason, outcome.Reason));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_is_handed_over_or_unknown_cannot_be_stopped(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident))[0];

        Assert.Equal(new SuspendCard.Over(CardProgress.HandedOver), await SuspendAsync(office, card.Id));
        Assert.IsType<SuspendCard.NotFound>(await SuspendAsync(office, Guid.Empty));
        Assert.Equal(new MarkAmendment.Over(CardProgress.HandedOver), await office.Staff<MarkAmendment>().RunAsync(new(card.Id, true), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Suspension_is_lifted_only_as_it_was_seen(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        Task<LiftSuspension.Outcome> Lift(int version) => office.Staff<LiftSuspension>().RunAsync(new(card.Id, version), office.ByStaff(), CancellationToken.None);
        Assert.IsType<LiftSuspension.NotSuspended>(await Lift(card.Version));
        await SuspendAsync(office, card.Id);

        Assert.IsType<LiftSuspension.Overtaken>(await Lift(card.Version));
        Assert.IsType<LiftSuspension.Lifted>(await Lift(card.Version + 1));

        Assert.Null((await CardAsync(office, card.Id)).Suspension);
        Assert.IsType<SuspendCard.Suspended>(await SuspendAsync(office, card.Id, Suspension.Hospitalised));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Amendment_is_marked_and_taken_back_without_stopping_the_card(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        Task<MarkAmendment.Outcome> Mark(bool needed) => office.Staff<MarkAmendment>().RunAsync(new(card.Id, needed), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new MarkAmendment.Marked(true), await Mark(true));
        Assert.IsType<MarkAmendment.Unchanged>(await Mark(true));
        var marked = await CardAsync(office, card.Id);
        Assert.True(marked.AmendmentNeeded);
        Assert.Null(marked.Suspension);
        Assert.Equal(new MarkAmendment.Marked(false), await Mark(false));
    }
}
