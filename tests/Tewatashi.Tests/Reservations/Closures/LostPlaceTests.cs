using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Closures;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations.Closures;

/// <summary>要日時変更: closing days and shortening hours under bookings; the effect first, then who is told and how.</summary>
public sealed class LostPlaceTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_a_day_first_shows_which_reservations_lose_their_place_and_changes_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var byMail = (BookForCaller.Booked)await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);
        var byPhone = (BookForCaller.Booked)await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten.AddMinutes(15));
        await office.VerifyMailAsync(byMail.VisitId);

        var effect = Assert.IsType<SaveClosure.Loses>(await office.CloseAsync(Day, apply: false)).Effect;

        Assert.Equal([byMail.Number, byPhone.Number], effect.Visits.Select(visit => visit.Number));
        Assert.Equal([cards[0].Card.SerialNumber.LastFour], effect.Visits[0].LastFours);
        Assert.Equal((1, 1), (effect.ByMail, effect.ByTelephone));
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(byMail.VisitId));
        Assert.Equal(0, await office.SeeAsync(context => context.Closures.CountAsync()));
        Assert.Equal(0, await office.SeeAsync(context => context.Calls.CountAsync()));
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ViewEffect));
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Applied_closure_marks_the_bookings_mails_those_who_can_be_told_and_lists_the_others(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        var byMail = await office.BookAsync(cards[0], counter, Day, Ten, cards[1]);
        var byPhone = (BookForCaller.Booked)await office.BookForCallerAsync(cards[2].Id, counter, Day, Ten.AddMinutes(30));
        var other = (BookForCaller.Booked)await office.BookForCallerAsync(cards[3].Id, counter, Day.AddDays(3), Ten);
        await office.VerifyMailAsync(byMail.VisitId);

        var saved = Assert.IsType<SaveClosure.Saved>(await office.CloseAsync(Day));

        Assert.Equal(2, saved.Lost);
        Assert.Equal([ReservationState.NeedsRebooking, ReservationState.NeedsRebooking], await office.StatesAsync(byMail.VisitId));
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(other.VisitId));
        var lost = await office.VisitAsync(byPhone.VisitId);
        Assert.Equal((SeatState.Released, office.Clock.GetUtcNow()), (lost.Seat, lost.LostAt));
        var mail = await office.SeeAsync(context => context.Outbox.AsNoTracking().SingleAsync(row => row.Kind == MailKind.NeedsRebooking));
        Assert.Equal(byMail.VisitId, mail.VisitId);
        var call = await office.SeeAsync(context => context.Calls.AsNoTracking().SingleAsync());
        Assert.Equal((CallReason.NeedsRebooking, cards[2].Id, (Guid?)byPhone.VisitId), (call.Reason, call.CardId, call.VisitId));
        Assert.Equal(0, await office.SeeAsync(context => context.Cells.Where(cell => cell.Day == Day).SumAsync(cell => cell.Taken + cell.Capacity)));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Mail_that_never_arrives_puts_who_lost_the_place_on_the_call_list(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        await office.VerifyMailAsync(booked.VisitId); // without an address: it was erased
        await office.CloseAsync(Day);
        Assert.Equal(0, await office.SeeAsync(context => context.Calls.CountAsync()));

        await office.Worker<MailSender>().SendDueAsync(new FolderTransport(TestDatabase.NewFolder()), "https://yoyaku.mihon.example.jp", office.Municipality, CancellationToken.None);

        var call = await office.SeeAsync(context => context.Calls.AsNoTracking().SingleAsync());
        Assert.Equal((CallReason.NeedsRebooking, card.Id), (call.Reason, call.CardId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fewer_booths_cost_the_latest_booked_their_place_first(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 3);
        var cards = await office.AddNotifiedCardsAsync(3);
        var visits = new List<Guid>();
        foreach (var card in cards)
        {
            visits.Add(((BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten)).VisitId);
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var saved = await office.Staff<SaveOpeningHours>().RunAsync(new(counter.Id, office.Today, TestCounters.WorkingWeek(1), Apply: true), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new SaveOpeningHours.Saved(2), saved);
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(visits[0]));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(visits[1]));
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(visits[2]));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_of_a_closed_day_simply_ends_and_its_form_is_told_the_seat_is_gone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var held = (HoldSeat.Held)await office.HoldAsync(card, await office.SignInAsync(card), counter, Day, Ten);

        Assert.Equal(0, Assert.IsType<SaveClosure.Saved>(await office.CloseAsync(Day, counter.Id, apply: false)).Lost);

        Assert.Equal([ReservationState.Lapsed], await office.StatesAsync(held.VisitId));
        Assert.IsType<BookVisit.SeatGone>(await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(card.Id), CancellationToken.None));
        Assert.Equal(0, await office.SeeAsync(context => context.Calls.CountAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counter_switched_off_marks_every_booking_to_come_and_leaves_who_has_checked_in(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var later = (BookForCaller.Booked)await office.BookForCallerAsync(cards[0].Id, counter, Day, Ten);
        var here = (BookForCaller.Booked)await office.BookForCallerAsync(cards[1].Id, counter, new DateOnly(2026, 11, 25), Ten);
        office.Clock.SetUtcNow(Tewatashi.Time.JapanTime.InstantOf(new DateOnly(2026, 11, 25), new TimeOnly(9, 55)));
        await office.Staff<CheckIn>().RunAsync(new(new ArrivalCode.Visit(here.VisitId), counter.Id), office.ByStaff(), CancellationToken.None);

        var saved = await office.Staff<SaveCounter>().RunAsync(
            new(counter.Id, counter.Version, null, counter.Name, null, counter.GridMinutes, counter.Access, Active: false, Apply: true), office.ByStaff(), CancellationToken.None);

        Assert.Equal(new SaveCounter.Saved(counter.Id, 1), saved);
        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(later.VisitId));
        Assert.Equal([ReservationState.CheckedIn], await office.StatesAsync(here.VisitId));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_form_sent_twice_closes_once_and_answers_alike(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, Day, Ten);
        var form = office.ByStaff();

        var first = await office.Staff<SaveClosure>().RunAsync(new(null, Day, "点検", Apply: true), form, CancellationToken.None);
        var second = await office.Staff<SaveClosure>().RunAsync(new(null, Day, "点検", Apply: true), form, CancellationToken.None);

        Assert.Equal(1, Assert.IsType<SaveClosure.Saved>(first).Lost);
        Assert.Equal(first, second);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_many_days_goes_on_where_it_was_left_when_the_program_ended_in_between(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        foreach (var card in cards) await office.BookForCallerAsync(card.Id, counter, Day.AddDays(card == cards[0] ? 0 : 7), Ten);
        // What a change leaves behind whose program ended before its seats were fitted.
        await office.Staff<Tewatashi.Data.Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeClosure, async work =>
        {
            work.Context.Add(new Tewatashi.Counters.Closure { Municipality = office.Municipality, Id = Tewatashi.Data.Ids.New(), Day = Day.AddDays(7), Reason = "工事" });
            work.Context.Add(new Tewatashi.Data.WorkItem
            {
                Municipality = office.Municipality,
                Kind = Tewatashi.Data.WorkKind.FitSeats,
                SubjectId = counter.BuildingId,
                DueAt = work.Now,
            });
            work.Record("Saved");
            return await work.Context.SaveChangesAsync();
        });

        var fit = office.Worker<FitSeats>();
        Assert.Contains(office.Municipality, await fit.LeftAsync(CancellationToken.None));
        Assert.Equal(1, await fit.GoOnAsync(Caller.Worker(office.Municipality), CancellationToken.None));

        Assert.Equal(0, await fit.GoOnAsync(Caller.Worker(office.Municipality), CancellationToken.None));
        Assert.DoesNotContain(office.Municipality, await fit.LeftAsync(CancellationToken.None));
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.NeedsRebooking)));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Bookings_that_pour_in_while_the_day_is_closed_are_all_marked_or_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 4);
        var cards = await office.AddNotifiedCardsAsync(60);
        var start = new TaskCompletionSource();

        var bookings = cards.Select((card, i) => Task.Run(async () =>
        {
            await start.Task;
            return await office.BookForCallerAsync(card.Id, counter, Day, new TimeOnly(9, 0).AddMinutes(15 * (i % 15)));
        })).ToList();
        var changes = Task.Run(async () =>
        {
            await start.Task;
            await Task.WhenAny(bookings);
            return await office.CloseAsync(Day);
        });
        start.SetResult();
        var outcomes = await Task.WhenAll(bookings);
        var saved = Assert.IsType<SaveClosure.Saved>(await changes);

        var booked = outcomes.OfType<BookForCaller.Booked>().Select(outcome => outcome.VisitId).ToList();
        Assert.Equal(saved.Lost, booked.Count);
        Assert.Equal(booked.Count, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.LostAt != null && visit.Seat == SeatState.Released)));
        Assert.Equal(0, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
        Assert.Equal(booked.Count, await office.SeeAsync(context => context.Calls.CountAsync(call => call.Reason == CallReason.NeedsRebooking)));
        Assert.Equal(0, await office.SeeAsync(context => context.Cells.Where(cell => cell.Day == Day).SumAsync(cell => cell.Taken + cell.Capacity)));
        Assert.Empty(await office.ViolationsAsync());
    }
}
