using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Reservations.Families;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Kinds;

/// <summary>Kinds of booking besides 受取: off until decided, without a card and without a name, in the same seats.</summary>
public sealed class BookingKindTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_municipality_begins_with_four_kinds_that_are_off(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();

        var kinds = await office.Staff<ReadBookingKinds>().RunAsync(office.Municipality, CancellationToken.None);

        Assert.Equal(["申請", "電子証明書更新", "暗証番号再設定", "返納"], kinds.Select(kind => kind.Name));
        Assert.All(kinds, kind => Assert.False(kind.IsOn || kind.NeedsCard));
        foreach (var kind in kinds)
            Assert.Equal(new BookForCaller.Refused(new SeatRefusal.NotBookable(null, BookingRefusal.KindClosed)), await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Kind_is_on_once_the_number_of_the_decision_is_entered(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();

        var booked = Assert.IsType<BookForCaller.Booked>(await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id)));

        var reservation = await office.SeeAsync(context => context.Reservations.AsNoTracking().SingleAsync(row => row.VisitId == booked.VisitId));
        Assert.Equal((null, kind.Id, 15, ReservationState.Booked), (reservation.CardId, reservation.KindId, reservation.Minutes, reservation.State));
        await FamilyTests.AssertSoundAsync(office);

        await office.Staff<SaveBookingKind>().RunAsync(new(kind.Id, kind.Name, 15, false, KindChannels.Phone, [], "", "", kind.Version), office.ByStaff(), CancellationToken.None);
        Assert.IsType<BookForCaller.Refused>(await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id), 11));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Kind_is_taken_on_its_channels_and_at_its_counters_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var one = await office.AddCounterAsync("H1");
        var two = await office.AddCounterAsync("H2");
        var kind = await office.OpenKindAsync("返納", KindChannels.Phone, one.Code);
        var web = await office.OpenKindAsync("申請", KindChannels.Web);

        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.NotBookable(null, BookingRefusal.KindNotHere)), await BookAsync(office, two.Id, VisitPerson.ForKind(kind.Id)));
        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.NotBookable(null, BookingRefusal.KindClosed)), await BookAsync(office, one.Id, VisitPerson.ForKind(web.Id)));
        var maps = await office.Staff<FindSeats>().RunAsync(office.Municipality, new(null, null, null, 10, Channel.Phone, [], KindIds: [kind.Id]), CancellationToken.None);
        Assert.Equal([one.Id], maps.Select(map => map.Counter.Id));
        var booked = Assert.IsType<BookForCaller.Booked>(await BookAsync(office, one.Id, VisitPerson.ForKind(kind.Id)));
        Assert.Equal(new ChangeVisit.Refused(new SeatRefusal.NotBookable(null, BookingRefusal.KindNotHere)),
            await office.Staff<ChangeVisit>().RunAsync(new(booked.VisitId, two.Id, Day, Ten), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_kinds_share_the_same_booths(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var kind = await office.OpenKindAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        Assert.IsType<BookForCaller.Booked>(await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id)));
        Assert.Equal(new BookForCaller.Refused(new SeatRefusal.Full()), await office.BookForCallerAsync(card.Id, counter, Day, Ten));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Collection_and_another_kind_come_in_one_visit_and_end_each_in_its_own_way(Engine engine)
    {
        await using var day = await OpenMixedAsync(engine);
        var (office, counter, card, visitId) = (day.Office, day.CounterId, day.Card, day.VisitId);
        var rows = await office.SeeAsync(context => context.Reservations.AsNoTracking().OrderBy(row => row.Ordinal).ToListAsync());
        Assert.Equal([15, 15], rows.Select(row => row.Minutes));
        Assert.Equal(30, await office.SeeAsync(context => context.Visits.Select(row => row.Minutes).SingleAsync()));

        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, Ten));
        var number = await office.SeeAsync(context => context.Visits.Select(row => row.ReservationNumber).SingleAsync());
        Assert.IsType<CompleteErrand.NotCheckedIn>(await CompleteAsync(office, rows[1].Id));
        var arrived = Assert.IsType<CheckIn.CheckedIn>(await office.Staff<CheckIn>().RunAsync(new(new ArrivalCode.Reservation(number), counter), office.ByStaff(), CancellationToken.None));
        Assert.Equal([null, "電子証明書更新"], arrived.Arrival.Persons.Select(person => person.Kind));
        Assert.IsType<CompleteErrand.HasCard>(await CompleteAsync(office, rows[0].Id));
        Assert.IsType<CompleteErrand.Completed>(await CompleteAsync(office, rows[1].Id));
        Assert.IsType<RefuseHandOver.Refused>(await office.Staff<RefuseHandOver>().RunAsync(new(rows[0].Id, Enum.GetValues<NotHandedOverReason>()[0]), office.ByStaff(), CancellationToken.None));

        Assert.Equal([ReservationState.NotHandedOver, ReservationState.Completed],
            await office.SeeAsync(context => context.Reservations.OrderBy(row => row.Ordinal).Select(row => row.State).ToListAsync()));
        Assert.NotEqual(Guid.Empty, card.Id);
        Assert.NotEqual(Guid.Empty, visitId);
        await FamilyTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visit_without_a_card_is_changed_cancelled_and_missed_like_any_other(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        var first = (BookForCaller.Booked)await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id), 10, VisitPerson.ForKind(kind.Id));

        Assert.IsType<ChangeVisit.Changed>(await office.Staff<ChangeVisit>().RunAsync(new(first.VisitId, counter.Id, Day, new TimeOnly(14, 0)), office.ByStaff(), CancellationToken.None));
        Assert.IsType<AddToVisit.Added>(await FamilyTests.AddForCallerAsync(office, first.VisitId, [VisitPerson.ForKind(kind.Id)]));
        Assert.Equal(45, await office.SeeAsync(context => context.Visits.Select(row => row.Minutes).SingleAsync()));
        Assert.IsType<CancelVisit.Cancelled>(await office.Staff<CancelVisit>().RunAsync(new(first.VisitId), office.ByStaff(), CancellationToken.None));
        await FamilyTests.AssertSoundAsync(office);

        await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id));
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day.AddDays(1), Ten));
        Assert.Equal(1, await office.Staff<MarkNoShows>().RunAsync(office.ByStaff(), CancellationToken.None));
        await FamilyTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Collection_without_a_card_is_refused_by_the_database_itself(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        await BookAsync(office, counter.Id, VisitPerson.ForKind(kind.Id));

        await Assert.ThrowsAnyAsync<Exception>(() => office.Staff<Database>().UnrecordedAsync(office.Municipality, context =>
            context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.KindId, (Guid?)null))));
    }

    /// <summary>Rules of two municipalities, both kinds of recipient, with and without 要追記, and another kind.</summary>
    [Theory]
    [InlineData(15, 30, 15, RecipientKind.Applicant, false, 15)]
    [InlineData(15, 30, 15, RecipientKind.Applicant, true, 30)]
    [InlineData(15, 30, 15, RecipientKind.ApplicantWithLegalRepresentative, false, 15)]
    [InlineData(15, 30, 15, RecipientKind.LegalRepresentative, false, 30)]
    [InlineData(15, 30, 15, RecipientKind.VoluntaryProxy, true, 45)]
    [InlineData(20, 40, 5, RecipientKind.Applicant, false, 20)]
    [InlineData(20, 40, 5, RecipientKind.Applicant, true, 25)]
    [InlineData(20, 40, 5, RecipientKind.SubProxy, true, 45)]
    [InlineData(20, 40, 5, RecipientKind.AdultGuardian, false, 40)]
    public async Task Minutes_follow_kind_proxy_amendment_and_municipality(int person, int proxy, int amendment, RecipientKind kind, bool amended, int minutes)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var counter = await office.AddCounterAsync(gridMinutes: 5);
        var errand = await office.OpenKindAsync("申請");
        await EarliestDayTests.ChangeSettingsAsync(office, settings => (settings.MinutesPerPerson, settings.MinutesForProxy, settings.MinutesForAmendment) = (person, proxy, amendment));
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await EarliestDayTests.ChangeCardAsync(office, card, row => row.AmendmentNeeded = amended);

        await BookAsync(office, counter.Id, new VisitPerson(card.Id, kind, kind.ComesAlone() ? KanaName.Parse("ダイリ　ハナコ") : null), 10, VisitPerson.ForKind(errand.Id));

        Assert.Equal([minutes, 20], await office.SeeAsync(context => context.Reservations.OrderBy(row => row.Ordinal).Select(row => row.Minutes).ToListAsync()));
        Assert.Equal(minutes + 20, await office.SeeAsync(context => context.Visits.Select(row => row.Minutes).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Administrator_turns_a_kind_on_and_the_desk_books_it_with_a_number_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var admin = await office.StaffSiteAsync();
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        Assert.DoesNotContain("受取のほかの用件を予約する", (await phone.GetAsync("/desk")).Text, StringComparison.Ordinal);

        var list = await admin.GetAsync("/settings/kinds");
        Assert.Contains("使っていません", list.Text, StringComparison.Ordinal);
        var edit = await admin.GetAsync(list.Document.QuerySelectorAll("a[href^='/settings/kinds/edit/']").Single(link => link.TextContent == "電子証明書更新").GetAttribute("href")!); // a link has one
        var saved = await admin.SubmitAsync(edit, new() { ["DecisionNumber"] = "見本第1号" });
        Assert.Contains("見本第1号", saved.Text, StringComparison.Ordinal);

        var kind = await office.KindAsync("電子証明書更新");
        var page = await phone.GetAsync("/desk/errands");
        Assert.Contains("ほかの目的には使いません", page.Text, StringComparison.Ordinal);
        var seats = await phone.SubmitAsync(page, new() { ["Kinds[0]"] = kind.Id.ToString() }, "Book");
        var booked = await phone.SubmitAsync(seats, new() { ["Proven"] = "true", ["At"] = seats.Document.QuerySelector("input[name=At]")!.GetAttribute("value")! }, "Book"); // a radio has one
        var number = await office.SeeAsync(context => context.Visits.Select(row => row.ReservationNumber).SingleAsync());
        Assert.Contains(number.Display, booked.Text, StringComparison.Ordinal);
        Assert.Contains("マイナンバーカード、有効期限のお知らせ", booked.Text, StringComparison.Ordinal);

        var found = await phone.SubmitAsync(await phone.GetAsync("/desk"), new() { ["Number"] = number.Display });
        Assert.StartsWith("/desk/visits/", found.Address.AbsolutePath, StringComparison.Ordinal);
        var cancelled = await phone.SubmitAsync(found, [], "Cancel");
        Assert.Equal("/desk", cancelled.Address.AbsolutePath);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_books_a_further_kind_along_with_the_collection(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();

        var persons = await site.SubmitAsync(await site.SignInAsync(office, card), new() { ["AddedKind"] = kind.Id.ToString() }, "handler=Kind");
        Assert.Contains("2人目(電子証明書更新)", persons.Text, StringComparison.Ordinal);
        var days = await site.SubmitAsync(persons, new() { ["Persons[0].Kind"] = nameof(RecipientKind.Applicant), ["Persons[0].ProxyName"] = "" });
        Assert.Contains("およそ30分の予約です", days.Text, StringComparison.Ordinal);
        var booked = await site.SubmitAsync(await site.SubmitAsync(await site.ChooseTimeAsync(days)));

        Assert.Equal("予約しました", booked.Heading);
        Assert.Contains("2人目(電子証明書更新)", booked.Text, StringComparison.Ordinal);
        Assert.Contains("有効期限のお知らせ", booked.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.KindId == kind.Id && row.CardId == null)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Day_shows_the_kind_and_one_button_ends_it(Engine engine)
    {
        await using var day = await OpenMixedAsync(engine);
        var office = day.Office;
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, Ten));
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var number = await office.SeeAsync(context => context.Visits.Select(row => row.ReservationNumber).SingleAsync());

        var arrivals = await site.GetAsync($"/arrivals?counter={day.CounterId}");
        var here = await site.SubmitAsync(arrivals, new() { ["Scan"] = number.Display });
        Assert.Contains("電子証明書更新", here.Text, StringComparison.Ordinal);
        var done = await site.SubmitAsync(here, [], "Done");

        Assert.Contains("済にしました", done.Text, StringComparison.Ordinal);
        Assert.Equal(ReservationState.Completed, await office.SeeAsync(context => context.Reservations.Where(row => row.CardId == null).Select(row => row.State).SingleAsync()));
        Assert.DoesNotContain("電子証明書更新", (await site.GetAsync($"/picks?day={Day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_comes_without_a_booking_for_a_kind_takes_a_seat_of_today_or_hears_the_next_free_times(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var other = await office.AddCounterAsync("S1", building: "S");
        var off = await office.KindAsync("返納");
        var kind = await office.OpenKindAsync(channels: KindChannels.Counter, counters: counter.Code);
        office.Clock.SetUtcNow(JapanTime.InstantOf(Day, new TimeOnly(16, 31)));
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        Assert.IsType<CheckInErrand.Closed>(await ComeAsync(off.Id, counter.Id));
        Assert.IsType<CheckInErrand.Closed>(await ComeAsync(kind.Id, other.Id));
        Assert.DoesNotContain("電子証明書更新で受け付ける", (await site.GetAsync($"/arrivals?counter={other.Id}")).Text, StringComparison.Ordinal);
        var page = await site.SubmitAsync(await site.GetAsync($"/arrivals?counter={counter.Id}"), new() { ["Kind"] = kind.Id.ToString() }, "Errand");
        Assert.Contains("予約なしで16:30の枠を取りました", page.Text, StringComparison.Ordinal);
        Assert.Equal([ReservationState.CheckedIn], await office.SeeAsync(context => context.Reservations.Select(row => row.State).ToListAsync()));
        Assert.IsType<CheckInErrand.CheckedIn>(await ComeAsync(kind.Id, counter.Id));

        var full = Assert.IsType<CheckInErrand.Full>(await ComeAsync(kind.Id, counter.Id));
        Assert.All(full.Next, seat => Assert.Equal(counter.Id, seat.CounterId));
        Assert.NotEmpty(full.Next);
        Assert.Contains("次の空き", (await site.SubmitAsync(await site.GetAsync($"/arrivals?counter={counter.Id}"), new() { ["Kind"] = kind.Id.ToString() }, "Errand")).Text, StringComparison.Ordinal);
        await FamilyTests.AssertSoundAsync(office);

        Task<CheckInErrand.Outcome> ComeAsync(Guid kindId, Guid counterId) =>
            office.Staff<CheckInErrand>().RunAsync(new(kindId, counterId), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waiting_list_refuses_another_kind_and_says_so_on_both_faces(Engine engine)
    {
        await using var day = await OpenMixedAsync(engine);
        var office = day.Office;

        var refused = await office.Staff<JoinWaitingListForCaller>().RunAsync(
            new([new VisitPerson(day.Card.Id, RecipientKind.Applicant)], new WaitingWish(Day, Day, PartOfDay.Any, [day.CounterId]), Proven: true), office.ByStaff(), CancellationToken.None);
        Assert.Equal(new JoinWaitingListForCaller.Refused(new WaitingRefusal.OtherKind()), refused);

        var site = await office.ResidentSiteAsync();
        await site.SignInAsync(office, day.Card);
        var page = await site.SubmitAsync(await site.GetAsync(office.At("waiting/join")));
        Assert.Contains("受け取りのほかの用件がある方は、空きを待つ登録ができません", page.Text, StringComparison.Ordinal);
    }

    private sealed record Mixed(TestOffice Office, Guid CounterId, NotifiedCard Card, Guid VisitId) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Office.DisposeAsync();
    }

    /// <summary>Collection for one, a renewal for another, at ten.</summary>
    private static async Task<Mixed> OpenMixedAsync(Engine engine)
    {
        var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = (BookForCaller.Booked)await BookAsync(office, counter.Id, new VisitPerson(card.Id, RecipientKind.Applicant), 10, VisitPerson.ForKind(kind.Id));
        return new Mixed(office, counter.Id, card, booked.VisitId);
    }

    private static Task<CompleteErrand.Outcome> CompleteAsync(TestOffice office, Guid reservationId) =>
        office.Staff<CompleteErrand>().RunAsync(new(reservationId), office.ByStaff(), CancellationToken.None);

    private static Task<BookForCaller.Outcome> BookAsync(TestOffice office, Guid counterId, VisitPerson person, int hour = 10, params VisitPerson[] others) =>
        office.Staff<BookForCaller>().RunAsync(new([person, .. others], counterId, Day, new TimeOnly(hour, 0), Proven: true), office.ByStaff(), CancellationToken.None);
}
