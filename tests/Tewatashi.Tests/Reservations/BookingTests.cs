using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Time;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>The resident's way from a time to a booking and on.</summary>
public sealed class BookingTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Held_seat_that_is_confirmed_is_a_booking_with_a_number(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        var booked = await office.BookAsync(card, counter, Day, Ten);

        var visit = await office.SeeAsync(context => context.Visits.SingleAsync());
        Assert.Equal((booked.VisitId, booked.Number, Day, Ten, 15, SeatState.Taken, Channel.Web),
            (visit.Id, visit.ReservationNumber, visit.Day, visit.StartsAt, visit.Minutes, visit.Seat, visit.Channel));
        Assert.Equal(ReservationState.Booked, await office.SeeAsync(context => context.Reservations.Select(row => row.State).SingleAsync()));
        Assert.Equal([(counter.Id, 600), (counter.BuildingId, 600), (counter.BuildingId, 605), (counter.BuildingId, 610)], await TakenAsync(office, counter));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_time_chosen_replaces_the_hold_and_takes_the_mail_address_along(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var session = await office.SignInAsync(card);
        var first = (HoldSeat.Held)await office.HoldAsync(card, session, counter, Day, Nine);
        await office.VerifyMailAsync(first.VisitId);

        var second = (HoldSeat.Held)await office.HoldAsync(card, session, counter, Day, Ten);
        var booked = await office.Resident<BookVisit>().RunAsync(new(second.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.IsType<BookVisit.Booked>(booked);
        Assert.Equal([(counter.Id, 600)], (await TakenAsync(office, counter)).Where(cell => cell.Owner == counter.Id));
        var mail = await office.SeeAsync(context => context.Outbox.SingleAsync());
        Assert.Equal((MailKind.Booked, second.VisitId, OutboxState.Waiting), (mail.Kind, mail.VisitId, mail.State));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Expired_hold_is_free_for_the_next_and_its_owner_is_told(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        var held = (HoldSeat.Held)await office.HoldAsync(cards[0], await office.SignInAsync(cards[0]), counter, Day, Ten);
        var other = await office.SignInAsync(cards[1]);
        Assert.IsType<SeatRefusal.Full>(Assert.IsType<HoldSeat.Refused>(await office.HoldAsync(cards[1], other, counter, Day, Ten)).Why);

        office.Clock.Advance(TimeSpan.FromMinutes(10));
        var taken = await office.HoldAsync(cards[1], other, counter, Day, Ten);
        var late = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(cards[0].Id), CancellationToken.None);

        Assert.IsType<HoldSeat.Held>(taken);
        Assert.IsType<BookVisit.SeatGone>(late);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lapsed_hold_that_nobody_took_is_confirmed_all_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);

        office.Clock.Advance(TimeSpan.FromMinutes(30));
        var booked = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.IsType<BookVisit.Booked>(booked);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_cleaned_up_meanwhile_gets_the_same_seat_again_without_a_word(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await office.Worker<EndExpiredHolds>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));
        Assert.Empty(await TakenAsync(office, counter));

        var booked = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.Equal(held.VisitId, Assert.IsType<BookVisit.Booked>(booked).VisitId);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_given_up_by_its_resident_is_not_revived(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        Assert.IsType<ReleaseHold.Released>(await office.Resident<ReleaseHold>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None));

        var booked = await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);

        Assert.IsType<BookVisit.SeatGone>(booked);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_is_extended_as_often_as_the_municipality_allows(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        office.Clock.Advance(TimeSpan.FromMinutes(9));

        var first = await ExtendAsync();
        for (var i = 0; i < 9; i++) await ExtendAsync();
        var last = await ExtendAsync();

        Assert.Equal(new ExtendHold.Extended(held.ExpiresAt.AddMinutes(9), 9), first);
        Assert.IsType<ExtendHold.NoMore>(last);

        Task<ExtendHold.Outcome> ExtendAsync() => office.Resident<ExtendHold>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_takes_the_minutes_of_all_persons_in_one_visit(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(gridMinutes: 10);
        var cards = await office.AddNotifiedCardsAsync(3);

        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1], cards[2]);

        var visit = await office.SeeAsync(context => context.Visits.SingleAsync());
        var reservations = await office.SeeAsync(context => context.Reservations.OrderBy(row => row.Ordinal).ToListAsync());
        Assert.Equal(50, visit.Minutes); // three times 15, on a grid of 10
        Assert.Equal(cards.Select(card => (Guid?)card.Id), reservations.Select(row => row.CardId));
        Assert.All(reservations, row => Assert.Equal((booked.VisitId, ReservationState.Booked), (row.VisitId, row.State)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proxy_who_comes_alone_takes_longer_and_is_named_in_cipher_only(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var session = await office.SignInAsync(card, RecipientKind.VoluntaryProxy);

        var held = (HoldSeat.Held)await office.HoldAsync(card, session, counter, Day, Ten);

        var row = await office.SeeAsync(context => context.ProxyNames.SingleAsync());
        Assert.Equal("ダイリ　ハナコ", ProxyNames.Open(office.Staff<KeyStore>(), row).Value);
        Assert.DoesNotContain("ハナコ", System.Text.Encoding.UTF8.GetString(row.KanaName), StringComparison.Ordinal);
        Assert.Equal(30, await office.SeeAsync(context => context.Visits.Where(visit => visit.Id == held.VisitId).Select(visit => visit.Minutes).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_visit_keeps_its_number_and_gives_its_old_seat_back(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var other = await office.AddCounterAsync("H2", booths: 1, gridMinutes: 5);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);

        var changed = await office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, other.Id, Day, new TimeOnly(9, 55)), office.ByResident(card.Id), CancellationToken.None);

        Assert.Equal(new ChangeVisit.Changed(booked.VisitId, booked.Number), changed);
        Assert.Equal(3, (await TakenAsync(office, other)).Count(cell => cell.Owner == other.Id));
        Assert.DoesNotContain(await TakenAsync(office, counter), cell => cell.Owner == counter.Id);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_to_a_full_time_leaves_the_visit_as_it_was(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        var first = await office.BookAsync(cards[0], counter, Day, Nine);
        await office.BookAsync(cards[1], counter, Day, Ten);

        var refused = await office.Resident<ChangeVisit>().RunAsync(new(first.VisitId, counter.Id, Day, Ten), office.ByResident(cards[0].Id), CancellationToken.None);

        Assert.Equal(new ChangeVisit.Refused(new SeatRefusal.Full()), refused);
        Assert.Equal(Nine, await office.SeeAsync(context => context.Visits.Where(row => row.Id == first.VisitId).Select(row => row.StartsAt).SingleAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelled_visit_frees_seat_and_card_for_a_new_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        await office.VerifyMailAsync(booked.VisitId);

        var cancelled = await office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), office.ByResident(card.Id), CancellationToken.None);
        var again = await office.BookAsync(card, counter, Day, Ten);

        Assert.IsType<CancelVisit.Cancelled>(cancelled);
        Assert.NotEqual(booked.Number, again.Number);
        Assert.Equal(MailKind.Cancelled, await office.SeeAsync(context => context.Outbox.Select(mail => mail.Kind).SingleAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Internet_closes_for_changes_the_business_day_before_at_17(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        office.Clock.SetUtcNow(JapanTime.InstantOf(new DateOnly(2026, 11, 26), new TimeOnly(17, 0)));

        var change = await office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day.AddDays(7), Ten), office.ByResident(card.Id), CancellationToken.None);
        var cancel = await office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), office.ByResident(card.Id), CancellationToken.None);
        var byPhone = await office.Staff<CancelVisit>().RunAsync(new(booked.VisitId), office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeVisit.TooLate>(change);
        Assert.IsType<CancelVisit.TooLate>(cancel);
        Assert.IsType<CancelVisit.Cancelled>(byPhone);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visit_of_someone_else_is_not_found(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        var stranger = office.ByResident(cards[1].Id);

        Assert.IsType<CancelVisit.NotFound>(await office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), stranger, CancellationToken.None));
        Assert.IsType<ChangeVisit.NotFound>(await office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day, Nine), stranger with { OperationId = Ids.New() }, CancellationToken.None));
        Assert.IsType<BookVisit.NotFound>(await office.Resident<BookVisit>().RunAsync(new(booked.VisitId), stranger with { OperationId = Ids.New() }, CancellationToken.None));
        Assert.Null(await office.Resident<ViewBooking>().RunAsync(new(cards[0].Id), stranger, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Internet_leaves_the_kept_seats_to_the_telephone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5); // a fifth is kept: one
        var cards = await office.AddNotifiedCardsAsync(6);
        for (var i = 0; i < 4; i++) await office.BookAsync(cards[i], counter, Day, Ten);

        var web = await office.HoldAsync(cards[4], await office.SignInAsync(cards[4]), counter, Day, Ten);
        var phone = await office.BookForCallerAsync(cards[4].Id, counter, Day, Ten);
        var full = await office.BookForCallerAsync(cards[5].Id, counter, Day, Ten);

        Assert.Equal(new HoldSeat.Refused(new SeatRefusal.Full()), web);
        Assert.IsType<BookForCaller.Booked>(phone);
        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.Full()), full);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_outside_the_period_is_refused_with_the_days_that_can_be_booked(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var session = await office.SignInAsync(card);

        var early = await office.HoldAsync(card, session, counter, Day.AddDays(-1), Ten);
        var late = await office.HoldAsync(card, session, counter, office.Today.AddDays(61), Ten);

        var period = new SeatRefusal.OutsidePeriod(new DayLimit(Day, DayReason.ChannelLead, 3), new DayLimit(office.Today.AddDays(60), DayReason.Horizon));
        Assert.Equal(new HoldSeat.Refused(period), early);
        Assert.Equal(new HoldSeat.Refused(period), late);
    }

    private static Task<List<(Guid Owner, int Minute)>> TakenAsync(TestOffice office, Counter counter) => office.SeeAsync(async context =>
        (await context.Cells.Where(cell => cell.Taken > 0 && (cell.OwnerId == counter.Id || cell.OwnerId == counter.BuildingId)).ToListAsync())
            .OrderBy(cell => cell.OwnerId != counter.Id).ThenBy(cell => cell.Minute).Select(cell => (cell.OwnerId, cell.Minute)).ToList());
}
