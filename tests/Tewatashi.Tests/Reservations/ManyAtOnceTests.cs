using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>Many residents and operators at the same moment (RES-10): nothing is sold twice and nothing is lost.</summary>
public sealed class ManyAtOnceTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Five_hundred_at_once_for_three_seats_give_three_bookings(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 3);
        var cards = await office.AddNotifiedCardsAsync(500);
        var sessions = new List<byte[]>();
        foreach (var card in cards.Take(250)) sessions.Add(await office.WriteSessionAsync(card));

        // Half by internet, half by telephone; three booths keep no seat back.
        var web = Enumerable.Range(0, 250).Select(i => Task.Run(async () =>
            await office.HoldAsync(cards[i], sessions[i], counter, Day, Ten) is HoldSeat.Held held
            && await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(cards[i].Id), CancellationToken.None) is BookVisit.Booked));
        var phone = Enumerable.Range(250, 250).Select(i => Task.Run(async () =>
            await office.BookForCallerAsync(cards[i].Id, counter, Day, Ten) is BookForCaller.Booked));
        var outcomes = await Task.WhenAll(web.Concat(phone));

        Assert.Equal(3, outcomes.Count(booked => booked));
        Assert.Equal(3, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Taken)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_card_booked_many_times_at_once_is_booked_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 9);
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            office.BookForCallerAsync(card.Id, counter, Day, Ten.AddMinutes(15 * (i % 8))))));

        Assert.Single(outcomes, outcome => outcome is BookForCaller.Booked);
        Assert.All(outcomes.OfType<BookForCaller.Refused>(), refused => Assert.Equal(new SeatRefusal.NotBookable(card.Id, BookingRefusal.AlreadyBooked), refused.Why));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_form_sent_many_times_books_once_and_answers_alike(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 9);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);
        var form = office.ByResident(card.Id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            office.Resident<BookVisit>().RunAsync(new(held.VisitId), form, CancellationToken.None))));

        Assert.Single(outcomes.Distinct());
        Assert.IsType<BookVisit.Booked>(outcomes[0]);
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(entry => entry.OperationId == form.OperationId)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seat_of_a_hold_that_ran_out_wanted_by_eight_at_once_goes_to_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(9);
        var sessions = new List<byte[]>();
        foreach (var card in cards) sessions.Add(await office.SignInAsync(card));
        Assert.IsType<HoldSeat.Held>(await office.HoldAsync(cards[0], sessions[0], counter, Day, Ten));
        office.Clock.Advance(TimeSpan.FromMinutes(10));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => office.HoldAsync(cards[i], sessions[i], counter, Day, Ten))));

        Assert.Single(outcomes.OfType<HoldSeat.Held>());
        Assert.All(outcomes.OfType<HoldSeat.Refused>(), refused => Assert.IsType<SeatRefusal.Full>(refused.Why));
        Assert.Equal(ReservationState.Lapsed, await office.SeeAsync(context => context.Reservations.Where(row => row.CardId == cards[0].Id).Select(row => row.State).SingleAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_that_is_confirmed_cleaned_up_and_wanted_by_another_at_once_ends_with_one_owner(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(12);
        for (var round = 0; round < 6; round++)
        {
            var at = Ten.AddMinutes(15 * round);
            var (one, other) = (cards[2 * round], cards[(2 * round) + 1]);
            var held = (HoldSeat.Held)await office.HoldAsync(one, await office.WriteSessionAsync(one), counter, Day, at);
            var session = await office.WriteSessionAsync(other);
            office.Clock.Advance(TimeSpan.FromMinutes(11));

            var confirm = Task.Run(() => office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(one.Id), CancellationToken.None));
            var take = Task.Run(() => office.HoldAsync(other, session, counter, Day, at));
            var clean = Task.Run(() => office.Worker<EndExpiredHolds>().RunAsync(Tewatashi.Audit.Caller.Worker(office.Municipality), CancellationToken.None));
            await Task.WhenAll(confirm, take, clean);

            Assert.NotEqual(await confirm is BookVisit.Booked, await take is HoldSeat.Held);
            Assert.Empty(await office.SeatViolationsAsync());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visits_that_change_places_with_each_other_on_full_days_never_wait_in_a_circle(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(8);
        var visits = new List<BookVisit.Booked>();
        for (var i = 0; i < cards.Count; i++) visits.Add(await office.BookAsync(cards[i], counter, Day, Ten.AddMinutes(15 * (i / 2))));

        // One free seat moves around; everybody wants everybody's time.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => office.Staff<ChangeVisit>().RunAsync(
            new(visits[i % 8].VisitId, counter.Id, Day, Ten.AddMinutes(15 * ((i * 7) % 5))), office.ByStaff(), CancellationToken.None))));

        Assert.Contains(outcomes, outcome => outcome is ChangeVisit.Changed);
        Assert.Equal(8, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Taken)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counters_of_different_grids_in_one_office_fill_their_day_together(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        Counter[] counters = [await office.AddCounterAsync("H1", 2, 15), await office.AddCounterAsync("H2", 1, 10), await office.AddCounterAsync("H3", 1, 5)];
        var cards = await office.AddNotifiedCardsAsync(60);

        // The first bookings of the day make its cells, all at the same moment.
        await Task.WhenAll(cards.Select((card, i) => Task.Run(() =>
            office.BookForCallerAsync(card.Id, counters[i % 3], Day, new TimeOnly(9, 0).AddMinutes(30 * (i / 3 % 6))))));

        Assert.Equal((2 + 1 + 1) * 6, await office.SeeAsync(context => context.Visits.CountAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closure_saved_while_the_first_bookings_of_the_day_are_made_leaves_no_booking_on_a_closed_day(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(24);
        for (var round = 0; round < 4; round++)
        {
            var day = new DateOnly(2026, 12, 1).AddDays(round);
            var books = cards.Skip(6 * round).Take(6).Select((card, i) => Task.Run(() => office.BookForCallerAsync(card.Id, counter, day, Ten.AddMinutes(15 * (i / 2))))).ToList();
            var close = Task.Run(() => office.Staff<SaveClosure>().RunAsync(new(null, day, "点検"), office.ByStaff(), CancellationToken.None));
            var booked = (await Task.WhenAll(books)).Count(outcome => outcome is BookForCaller.Booked);

            if (await close is SaveClosure.Saved) Assert.Equal(0, booked);
            else Assert.InRange(Assert.IsType<SaveClosure.Loses>(await close).Effect is var effect ? effect.Visits.Count + effect.Holds : 0, 1, 6);
            Assert.Empty(await office.SeatViolationsAsync());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Any_sequence_of_holds_bookings_changes_and_ends_leaves_the_grid_equal_to_the_live_visits(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        Counter[] counters = [await office.AddCounterAsync("H1", 2, 15), await office.AddCounterAsync("H2", 1, 10)];
        var cards = await office.AddNotifiedCardsAsync(10);
        var sessions = new List<byte[]>();
        foreach (var card in cards) sessions.Add(await office.WriteSessionAsync(card));

        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            // Each resident at random, all at once; the clock runs so that holds lapse in the midst of it.
            await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i, random.Next())).Select(pair => Task.Run(async () =>
            {
                var own = new Random(pair.Item2);
                for (var step = 0; step < 6; step++) await StepAsync(pair.i, own);
            })));
            Assert.Empty(await office.SeatViolationsAsync());
            office.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        Task StepAsync(int i, Random random)
        {
            var counter = counters[random.Next(2)];
            var at = Ten.AddMinutes(30 * random.Next(3));
            return random.Next(6) switch
            {
                0 or 1 => office.HoldAsync(cards[i], sessions[i], counter, Day, at),
                2 => WithVisitAsync(i, visit => office.Resident<BookVisit>().RunAsync(new(visit), office.ByResident(cards[i].Id), CancellationToken.None)),
                3 => WithVisitAsync(i, visit => office.Staff<ChangeVisit>().RunAsync(new(visit, counter.Id, Day, at), office.ByStaff(), CancellationToken.None)),
                4 => WithVisitAsync(i, visit => office.Resident<CancelVisit>().RunAsync(new(visit), office.ByResident(cards[i].Id), CancellationToken.None)),
                _ => WithVisitAsync(i, visit => office.Resident<ReleaseHold>().RunAsync(new(visit), office.ByResident(cards[i].Id), CancellationToken.None)),
            };
        }

        async Task WithVisitAsync(int i, Func<Guid, Task> act)
        {
            var id = await office.SeeAsync(context => context.Reservations.Where(row => row.CardId == cards[i].Id).OrderByDescending(row => row.Id).Select(row => (Guid?)row.VisitId).FirstOrDefaultAsync());
            if (id is { } visit) await act(visit);
        }
    }
}
