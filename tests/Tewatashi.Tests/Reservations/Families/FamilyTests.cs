using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Testing;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Tests.Reservations.Families;

/// <summary>People of a booked visit come and go; the others keep what they have.</summary>
public sealed class FamilyTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_added_later_makes_the_visit_longer_where_it_is(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        await office.VerifyMailAsync(booked.VisitId);
        var session = await office.SignInAsync(cards[0]);

        Assert.IsType<JoinVisit.Joined>(await JoinAsync(office, cards[0], session, booked.VisitId, cards[1], RecipientKind.VoluntaryProxy));
        var added = await office.Resident<AddToVisit>().RunAsync(new AddToVisit.FromSession(booked.VisitId, session), office.ByResident(cards[0].Id), CancellationToken.None);

        Assert.Equal(new AddToVisit.Added(booked.VisitId, booked.Number), added);
        Assert.Equal((Day, Ten, 45, SeatState.Taken), await VisitAsync(office));
        Assert.Equal([(cards[0].Id, 1, 15), (cards[1].Id, 2, 30)], await ComingAsync(office));
        Assert.Equal(1, await office.SeeAsync(context => context.ProxyNames.CountAsync()));
        Assert.Equal([MailKind.Changed], await office.SeeAsync(context => context.Outbox.Select(row => row.Kind).ToListAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_is_joined_only_with_their_own_notice(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        var session = await office.SignInAsync(cards[0]);

        var wrong = await office.Resident<JoinVisit>().RunAsync(
            new(session, booked.VisitId, cards[1].ReceptionNumber, null, cards[2].Password, RecipientKind.Applicant, null), office.ByResident(cards[0].Id), CancellationToken.None);
        var nobody = await office.Resident<AddToVisit>().RunAsync(new AddToVisit.FromSession(booked.VisitId, session), office.ByResident(cards[0].Id), CancellationToken.None);
        var stranger = await JoinAsync(office, cards[2], await office.SignInAsync(cards[2]), booked.VisitId, cards[1]);

        Assert.IsType<JoinVisit.Refused>(wrong);
        Assert.IsType<AddToVisit.Nobody>(nobody);
        Assert.IsType<JoinVisit.NotFound>(stranger);
        Assert.Single(await ComingAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_who_does_not_fit_is_offered_another_time_and_nothing_changes_meanwhile(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(3);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        await office.BookAsync(cards[1], counter, Day, Ten.AddMinutes(15));
        var person = new VisitPerson(cards[2].Id, RecipientKind.Applicant);

        var full = await AddForCallerAsync(office, booked.VisitId, [person]);
        Assert.Equal(new AddToVisit.NoRoom(30), full);
        Assert.Single(await ComingAsync(office, booked.VisitId));
        await AssertSoundAsync(office);

        var moved = await AddForCallerAsync(office, booked.VisitId, [person], new VisitTime(counter.Id, Day, new TimeOnly(14, 0)));

        Assert.IsType<AddToVisit.Added>(moved);
        var visit = await office.SeeAsync(context => context.Visits.SingleAsync(row => row.Id == booked.VisitId));
        Assert.Equal((new TimeOnly(14, 0), 30, Channel.Phone), (visit.StartsAt, visit.Minutes, visit.Channel));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_taken_out_gives_their_share_back_and_the_others_keep_their_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(4);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1], cards[2]);

        Assert.IsType<RemoveFromVisit.Removed>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByResident(cards[0].Id)));

        Assert.Equal((Day, Ten, 30, SeatState.Taken), await VisitAsync(office));
        Assert.Equal([cards[0].Id, cards[2].Id], (await ComingAsync(office)).Select(row => row.CardId));
        var view = (await office.Resident<ViewBooking>().RunAsync(new(cards[0].Id), office.ByResident(cards[0].Id), CancellationToken.None))!.Visit!;
        Assert.Equal([1, 2], view.Persons.Select(person => person.Ordinal));
        Assert.True(view.CanChange);
        // What was given back can be booked by somebody else, and the one who was taken out can book anew.
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[3].Id, counter, Day, Ten.AddMinutes(30)));
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[1].Id, counter, Day, Ten.AddMinutes(45)));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_person_taken_out_cancels_the_visit(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1]);

        // Even the one who booked may go first.
        Assert.IsType<RemoveFromVisit.Removed>(await RemoveAsync(office, booked.VisitId, cards[0], office.ByResident(cards[0].Id)));
        Assert.IsType<RemoveFromVisit.Cancelled>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByResident(cards[1].Id)));

        Assert.Equal(SeatState.Released, (await VisitAsync(office)).Seat);
        Assert.Equal(0, await office.SeeAsync(context => context.Cells.SumAsync(row => row.Taken)));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_who_joined_takes_out_only_themselves(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1], cards[2]);

        Assert.IsType<RemoveFromVisit.NotYours>(await RemoveAsync(office, booked.VisitId, cards[2], office.ByResident(cards[1].Id)));
        Assert.IsType<RemoveFromVisit.Removed>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByResident(cards[1].Id)));
    }

    // One that is booked is never disposed of: the database refuses it, see DisposalTests.
    [Theory]
    [InlineData(Engine.Sqlite, "suspended")]
    [InlineData(Engine.Sqlite, "missing")]
    [InlineData(Engine.Postgres, "suspended")]
    [InlineData(Engine.Postgres, "missing")]
    public async Task One_card_that_is_not_ready_does_not_cancel_the_others(Engine engine, string what)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1]);
        if (what == "missing") Assert.IsType<MissCard.Missed>(await office.Staff<MissCard>().RunAsync(new(cards[1].Id, MissingReason.Other), office.ByStaff(), CancellationToken.None));
        else await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);

        var view = (await office.Resident<ViewBooking>().RunAsync(new(cards[0].Id), office.ByResident(cards[0].Id), CancellationToken.None))!.Visit!;
        Assert.Equal([false, true], view.Persons.Select(person => person.NotReady));
        Assert.Equal((Day, Ten), (view.Visit.Day, view.Visit.StartsAt));
        Assert.IsType<ChangeVisit.Changed>(await office.Resident<ChangeVisit>().RunAsync(
            new(booked.VisitId, counter.Id, Day, new TimeOnly(14, 0)), office.ByResident(cards[0].Id), CancellationToken.None));
        Assert.IsType<AddToVisit.Added>(await AddForCallerAsync(office, booked.VisitId, [new VisitPerson(cards[2].Id, RecipientKind.Applicant)]));
        Assert.IsType<RemoveFromVisit.Removed>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByResident(cards[0].Id)));
        Assert.Equal([cards[0].Id, cards[2].Id], (await ComingAsync(office)).Select(row => row.CardId));
        await AssertSoundAsync(office);
    }

    [Theory]
    [InlineData(Engine.Sqlite, Suspension.AskAtCounter)]
    [InlineData(Engine.Sqlite, Suspension.Hospitalised)]
    [InlineData(Engine.Postgres, Suspension.AskAtCounter)]
    public async Task Booker_s_suspension_hides_the_visit_from_those_who_joined_whatever_its_reason(Engine engine, Suspension reason)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookAsync(cards[0], counter, Day, Ten, cards[1]);
        await office.Staff<SuspendCard>().RunAsync(new(cards[0].Id, reason), office.ByStaff(), CancellationToken.None);

        var shown = await office.Resident<ViewBooking>().RunAsync(new(cards[1].Id), office.ByResident(cards[1].Id), CancellationToken.None);
        var page = await (await office.ResidentSiteAsync()).SignInAsync(office, cards[1]);

        Assert.Null(shown!.Visit);
        Assert.Contains("いまお渡しの手続きを止めています", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("11月27日", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_added_at_another_office_than_their_card_s_is_brought_over_and_called_off_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (near, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 2);
        var other = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(other.Id, far, Day, Ten);

        Assert.IsType<AddToVisit.Added>(await AddForCallerAsync(office, booked.VisitId, [new VisitPerson(card.Id, RecipientKind.Applicant)]));
        var order = await office.SeeAsync(context => context.TransferOrders.AsNoTracking().SingleAsync());
        Assert.Equal((card.Id, near.BuildingId, far.BuildingId, TransferState.Ordered), (order.CardId, order.FromBuildingId, order.ToBuildingId, order.State));
        await AssertSoundAsync(office);

        await RemoveAsync(office, booked.VisitId, card, office.ByStaff());
        Assert.Equal(TransferState.Cancelled, await office.SeeAsync(context => context.TransferOrders.Select(row => row.State).SingleAsync()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Person_whose_card_cannot_be_there_in_time_is_refused_with_the_reason(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (_, far, card) = await EarliestDayTests.CardElsewhereAsync(office, 5);
        var other = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await office.BookForCallerAsync(other.Id, far, Day, Ten);

        var refused = await AddForCallerAsync(office, booked.VisitId, [new VisitPerson(card.Id, RecipientKind.Applicant)]);

        Assert.Equal(DayReason.Transfer, Assert.IsType<SeatRefusal.OutsidePeriod>(Assert.IsType<AddToVisit.Refused>(refused).Why).Earliest.Reason);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_phones_that_add_at_once_never_make_more_than_may_come(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(9);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1], cards[2]);

        var outcomes = await Task.WhenAll(cards.Skip(3).Select(card => Task.Run(() =>
            AddForCallerAsync(office, booked.VisitId, [new VisitPerson(card.Id, RecipientKind.Applicant)]))));

        Assert.Single(outcomes, outcome => outcome is AddToVisit.Added);
        Assert.All(outcomes.OfType<AddToVisit.Refused>(), refused => Assert.IsType<SeatRefusal.WrongCount>(refused.Why));
        Assert.Equal(4, (await ComingAsync(office)).Count);
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Adding_against_cancelling_ends_as_one_of_the_two(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 9);
        var cards = await office.AddNotifiedCardsAsync(12);
        foreach (var pair in cards.Chunk(2))
        {
            var booked = await office.BookAsync(pair[0], counter, Day, Ten);
            await Task.WhenAll(
                Task.Run(() => AddForCallerAsync(office, booked.VisitId, [new VisitPerson(pair[1].Id, RecipientKind.Applicant)])),
                Task.Run(() => office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), office.ByResident(pair[0].Id), CancellationToken.None)));

            var visit = await office.SeeAsync(context => context.Visits.AsNoTracking().SingleAsync(row => row.Id == booked.VisitId));
            Assert.Equal(SeatState.Released, visit.Seat); // the cancellation takes everyone there is
            Assert.Empty(await ComingAsync(office, booked.VisitId));
        }

        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_form_to_add_sent_twice_adds_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten);
        var form = office.ByStaff();
        var request = new AddToVisit.ForCaller(booked.VisitId, [new VisitPerson(cards[1].Id, RecipientKind.Applicant)], Proven: true);

        var first = await office.Staff<AddToVisit>().RunAsync(request, form, CancellationToken.None);
        var second = await office.Staff<AddToVisit>().RunAsync(request, form, CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(2, (await ComingAsync(office)).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cut_off_of_the_web_ends_adding_and_taking_out_and_the_desk_still_helps(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        var booked = await office.BookAsync(cards[0], counter, Day, Ten, cards[1]);
        var session = await office.SignInAsync(cards[0]);
        await JoinAsync(office, cards[0], session, booked.VisitId, cards[2]);
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day.AddDays(-1), new TimeOnly(17, 0)));

        Assert.IsType<AddToVisit.TooLate>(await office.Resident<AddToVisit>().RunAsync(new AddToVisit.FromSession(booked.VisitId, session), office.ByResident(cards[0].Id), CancellationToken.None));
        Assert.IsType<RemoveFromVisit.TooLate>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByResident(cards[0].Id)));
        Assert.IsType<AddToVisit.Added>(await AddForCallerAsync(office, booked.VisitId, [new VisitPerson(cards[2].Id, RecipientKind.Applicant)]));
        Assert.IsType<RemoveFromVisit.Removed>(await RemoveAsync(office, booked.VisitId, cards[1], office.ByStaff()));
        await AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Staff_change_a_visit_on_the_day_itself_to_a_later_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(11, 0)));

        Assert.Equal(new ChangeVisit.Refused(new SeatRefusal.Full()), await ChangeAsync(new TimeOnly(10, 30)));
        Assert.IsType<ChangeVisit.Changed>(await ChangeAsync(new TimeOnly(15, 0)));
        Assert.IsType<ChangeVisit.TooLate>(await office.Resident<ChangeVisit>().RunAsync(
            new(booked.VisitId, counter.Id, Day.AddDays(5), Ten), office.ByResident(card.Id), CancellationToken.None));
        await AssertSoundAsync(office);

        Task<ChangeVisit.Outcome> ChangeAsync(TimeOnly at) => office.Staff<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day, at), office.ByStaff(), CancellationToken.None);
    }

    internal static Task<JoinVisit.Outcome> JoinAsync(
        TestOffice office, NotifiedCard booker, byte[] session, Guid visitId, NotifiedCard joining, RecipientKind kind = RecipientKind.Applicant) =>
        office.Resident<JoinVisit>().RunAsync(
            new(session, visitId, joining.ReceptionNumber, null, joining.Password, kind, kind.ComesAlone() ? KanaName.Parse("ダイリ　ハナコ") : null),
            office.ByResident(booker.Id), CancellationToken.None);

    internal static Task<AddToVisit.Outcome> AddForCallerAsync(TestOffice office, Guid visitId, IReadOnlyList<VisitPerson> persons, VisitTime? at = null) =>
        office.Staff<AddToVisit>().RunAsync(new AddToVisit.ForCaller(visitId, persons, Proven: true, at), office.ByStaff(), CancellationToken.None);

    private static async Task<RemoveFromVisit.Outcome> RemoveAsync(TestOffice office, Guid visitId, NotifiedCard card, Tewatashi.Audit.Caller caller)
    {
        var id = await office.SeeAsync(context => context.Reservations.Where(row => row.VisitId == visitId && row.CardId == card.Id).Select(row => row.Id).SingleAsync());
        return caller.Actor.Kind == Tewatashi.Audit.ActorKind.Resident
            ? await office.Resident<RemoveFromVisit>().RunAsync(new(visitId, id), caller, CancellationToken.None)
            : await office.Staff<RemoveFromVisit>().RunAsync(new(visitId, id), caller, CancellationToken.None);
    }

    private static Task<List<(Guid CardId, int Ordinal, int Minutes)>> ComingAsync(TestOffice office, Guid? visitId = null) => office.SeeAsync(async context =>
        (await context.Reservations.AsNoTracking().Where(row => row.State == ReservationState.Booked && (visitId == null || row.VisitId == visitId)).ToListAsync())
            .OrderBy(row => row.Ordinal).Select(row => (row.CardId ?? Guid.Empty, row.Ordinal, row.Minutes)).ToList());

    private static async Task<(DateOnly Day, TimeOnly StartsAt, int Minutes, SeatState Seat)> VisitAsync(TestOffice office)
    {
        var visit = await office.SeeAsync(context => context.Visits.AsNoTracking().SingleAsync());
        return (visit.Day, visit.StartsAt, visit.Minutes, visit.Seat);
    }

    internal static async Task AssertSoundAsync(TestOffice office) =>
        Assert.DoesNotContain((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations, violation => !violation.Invariant.StartsWith("カードの", StringComparison.Ordinal) && !violation.Invariant.StartsWith("有効な通知", StringComparison.Ordinal));
}
