using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

/// <summary>Pressing any button twice, going back, two tabs or two phones never books twice and never shows an error page.</summary>
public sealed class TwicePageTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_pressed_twice_and_in_another_tab_changes_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (site, card) = await BookedAsync(office);
        await site.SignInAsync(office, card);
        var check = await site.ChooseTimeAsync(await site.GetAsync(office.At("change/place")), "11:30");
        var otherTab = await site.GetAsync(check.Address.PathAndQuery);

        TestPage[] answers = [await site.SubmitAsync(check), await site.SubmitAsync(check), await site.SubmitAsync(otherTab)];

        Assert.All(answers, page => Assert.Contains("11時30分から", page.Text, StringComparison.Ordinal));
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancel_pressed_twice_in_another_tab_and_after_going_back_cancels_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (site, card) = await BookedAsync(office);
        await site.SignInAsync(office, card);
        var cancel = await site.GetAsync(office.At("reservation/cancel"));
        var otherTab = await site.GetAsync(office.At("reservation/cancel"));

        var first = await site.SubmitAsync(cancel);
        var twice = await site.SubmitAsync(cancel);
        var tab = await site.SubmitAsync(otherTab);
        var back = await site.GetAsync(office.At("reserve/check"));

        Assert.Equal("予約を取り消しました", first.Heading);
        Assert.Equal("予約を取り消しました", twice.Heading);
        Assert.Equal("予約はありません", tab.Heading);
        Assert.Equal("どなたが受け取りに来ますか", back.Heading);
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Cancelled)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Time_pressed_twice_and_in_two_tabs_holds_one_seat(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var days = await site.AnswerAsync(await site.SignInAsync(office, card));
        var times = await site.GetAsync(days.Document.QuerySelector("a.tw-days__link")!.GetAttribute("href")!); // an open day has one
        var otherTab = await site.GetAsync(times.Address.PathAndQuery);
        var at = new Dictionary<string, string> { ["StartsAt"] = "10:00" };

        TestPage[] answers = [await site.SubmitAsync(times, new(at)), await site.SubmitAsync(times, new(at)), await site.SubmitAsync(otherTab, new(at))];

        Assert.All(answers, page => Assert.Equal("メールアドレス", page.Heading));
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Held)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Back_through_every_step_after_the_booking_and_every_button_again_books_no_second_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var persons = await site.SignInAsync(office, card);
        var days = await site.AnswerAsync(persons);
        var times = await site.GetAsync(days.Document.QuerySelector("a.tw-days__link")!.GetAttribute("href")!); // an open day has one
        var at = new Dictionary<string, string> { ["StartsAt"] = "10:00" };
        var mail = await site.SubmitAsync(times, new(at));
        var check = await site.SubmitAsync(mail);
        var booked = await site.SubmitAsync(check);
        Assert.Equal("予約しました", booked.Heading);

        // What the browser still shows behind the back button, its buttons pressed; then the same addresses asked for anew.
        TestPage[] pressed = [await site.SubmitAsync(check), await site.SubmitAsync(mail), await site.SubmitAsync(times, new(at)), await site.AnswerAsync(persons), await site.SubmitAsync(check)];
        var opened = new List<TestPage>();
        foreach (var page in new[] { persons, days, times, mail, check }) opened.Add(await site.GetAsync(page.Address.PathAndQuery));

        Assert.All(pressed.Concat(opened), page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Taken)));
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_phones_with_the_same_caller_book_once_and_the_slower_is_told(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var (one, other) = (await office.StaffSiteAsync(StaffRoles.Phone), await office.StaffSiteAsync(StaffRoles.Phone));
        var (first, second) = (await one.GetAsync($"/desk/{card.Id}"), await other.GetAsync($"/desk/{card.Id}"));
        Dictionary<string, string> Fields(TestPage page) => new() { ["Proven"] = "true", ["At"] = page.Document.QuerySelector("input[name=At]")!.GetAttribute("value")! }; // a radio has one

        var booked = await one.SubmitAsync(first, Fields(first));
        var late = await other.SubmitAsync(second, Fields(second));
        var again = await one.SubmitAsync(first, Fields(first));

        Assert.Contains("予約しました", booked.Text, StringComparison.Ordinal);
        Assert.Contains("すでに予約があるか、いま予約の手続き中です", late.Text, StringComparison.Ordinal);
        Assert.Contains("予約しました", again.Text, StringComparison.Ordinal);
        Assert.All([booked, late, again], page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Phone_and_web_that_change_the_same_visit_leave_one_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 5);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var booked = await office.BookAsync(card, counter, Day, Ten);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0
            ? office.Staff<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day, Ten.AddMinutes(15 * i)), office.ByStaff(), CancellationToken.None)
            : office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, counter.Id, Day, Ten.AddMinutes(15 * i)), office.ByResident(card.Id), CancellationToken.None))));

        Assert.All(outcomes, outcome => Assert.IsType<ChangeVisit.Changed>(outcome));
        Assert.Equal(1 + 3, await office.SeeAsync(context => context.Cells.SumAsync(row => row.Taken)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    private static async Task<(TestSite Site, NotifiedCard Card)> BookedAsync(TestOffice office)
    {
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(card, counter, Day, Ten);
        return (await office.ResidentSiteAsync(), card);
    }
}
