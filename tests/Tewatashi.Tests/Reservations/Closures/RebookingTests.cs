using Microsoft.EntityFrameworkCore;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations.Closures;

/// <summary>Who lost the place rebooks: on the internet and at the desk, before others for a while, bound by no cut-off.</summary>
public sealed class RebookingTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_who_lost_the_place_rebooks_under_the_same_number_after_the_cut_off_and_is_called_no_more(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        office.Clock.SetUtcNow(Tewatashi.Time.JapanTime.InstantOf(Day, new TimeOnly(7, 0)));
        await office.CloseAsync(Day);

        // The phone's lead of one business day counts for them: the next Monday, long before the internet's own first day.
        var changed = await RebookAsync(office, card, booked.VisitId, counter.Id, new DateOnly(2026, 11, 30), Ten);

        Assert.Equal(new ChangeVisit.Changed(booked.VisitId, booked.Number), changed);
        Assert.Equal([ReservationState.Booked], await office.StatesAsync(booked.VisitId));
        var visit = await office.VisitAsync(booked.VisitId);
        Assert.Equal((SeatState.Taken, null, null), (visit.Seat, visit.LostAt, visit.PriorityUntil));
        Assert.Equal(CallState.Withdrawn, await office.SeeAsync(context => context.Calls.Select(call => call.State).SingleAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Priority_opens_kept_seats_on_the_internet_until_its_window_ends(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5); // one of five is kept
        var cards = await office.AddNotifiedCardsAsync(7);
        var (first, second) = (await office.BookAsync(cards[0], counter, Day, Ten), await office.BookAsync(cards[1], counter, Day, Ten.AddMinutes(15)));
        var next = new DateOnly(2026, 12, 22);
        foreach (var card in cards.Skip(2).Take(4)) await office.BookAsync(card, counter, next, Ten);
        await office.CloseAsync(Day);
        Assert.IsType<HoldSeat.Refused>(await office.HoldAsync(cards[6], await office.SignInAsync(cards[6]), counter, next, Ten));
        var shown = await office.Resident<FindSeats>().RunAsync(office.Municipality, new(counter.Id, next, next, 15, Channel.Web, [cards[0].Id], Priority: true), CancellationToken.None);
        Assert.Contains(shown[0].Days[0].Times, time => time.StartsAt == Ten);

        Assert.IsType<ChangeVisit.Changed>(await RebookAsync(office, cards[0], first.VisitId, counter.Id, next, Ten));
        await office.Staff<CancelVisit>().RunAsync(new(first.VisitId), office.ByStaff(), CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal(new ChangeVisit.Refused(new SeatRefusal.Full()), await RebookAsync(office, cards[1], second.VisitId, counter.Id, next, Ten));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Desk_rebooks_a_called_person_and_the_call_is_done(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(card.Id, counter, Day, Ten);
        await office.CloseAsync(Day);

        var changed = await office.Staff<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day.AddDays(3), Ten), office.ByStaff(), CancellationToken.None);

        Assert.IsType<ChangeVisit.Changed>(changed);
        Assert.Equal(CallState.Done, await office.SeeAsync(context => context.Calls.Select(call => call.State).SingleAsync()));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lost_booking_can_be_cancelled_and_gives_no_seat_back_twice(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        await office.CloseAsync(Day);

        Assert.IsType<CancelVisit.Cancelled>(await office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), office.ByResident(card.Id), CancellationToken.None));

        Assert.Equal([ReservationState.Cancelled], await office.StatesAsync(booked.VisitId));
        Assert.Equal(CallState.Withdrawn, await office.SeeAsync(context => context.Calls.Select(call => call.State).SingleAsync()));
        Assert.IsType<HoldSeat.Held>(await office.HoldAsync(card, await office.SignInAsync(card), counter, Day.AddDays(4), Ten));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_lost_booking_rebooked_by_the_resident_and_the_desk_at_once_has_one_seat(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        await office.CloseAsync(Day);

        await Task.WhenAll(
            Task.Run(() => RebookAsync(office, card, booked.VisitId, counter.Id, Day.AddDays(4), Ten)),
            Task.Run(() => office.Staff<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day.AddDays(5), Ten), office.ByStaff(), CancellationToken.None)));

        Assert.Equal([ReservationState.Booked], await office.StatesAsync(booked.VisitId));
        Assert.Equal(1, await office.SeeAsync(context => context.Cells.Where(cell => cell.OwnerId == counter.Id).SumAsync(cell => cell.Taken)));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_page_says_why_the_place_is_gone_and_leads_to_new_times(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(card, counter, Day, Ten);
        await office.CloseAsync(Day);
        var site = await office.ResidentSiteAsync();

        var page = await site.SignInAsync(office, card);

        Assert.Equal("日時の変更をお願いします", page.Heading);
        Assert.Contains("理由: 台風のため", page.Text, StringComparison.Ordinal);
        page = await site.GetAsync(office.At($"change/days/{counter.Id}"));
        var check = await site.ChooseTimeAsync(page);
        Assert.Contains("使えなくなった日時", check.Text, StringComparison.Ordinal);
        var done = await site.SubmitAsync(check);
        Assert.Contains("予約を変更しました", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
    }

    [Fact]
    public async Task Desk_page_of_a_called_person_says_why_and_offers_new_times()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookForCallerAsync(card.Id, counter, Day, Ten);
        await office.CloseAsync(Day);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.GetAsync($"/desk/{card.Id}");

        Assert.Contains("要日時変更", page.Text, StringComparison.Ordinal);
        Assert.Contains("この日時に変更する", page.Text, StringComparison.Ordinal);
    }

    private static Task<ChangeVisit.Outcome> RebookAsync(TestOffice office, NotifiedCard card, Guid visitId, Guid counterId, DateOnly day, TimeOnly at) =>
        office.Resident<ChangeVisit>().RunAsync(new(visitId, counterId, day, at), office.ByResident(card.Id), CancellationToken.None);
}
