using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Families;

/// <summary>A family on the pages: at home and at the desk.</summary>
public sealed class FamilyPageTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;
    private static readonly TimeOnly Ten = new(10, 0);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_adds_a_person_to_the_booked_visit_and_takes_them_out_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookAsync(cards[0], counter, Day, Ten);
        var site = await office.ResidentSiteAsync();
        await site.SignInAsync(office, cards[0]);

        var form = await site.GetAsync(office.At("reservation/add"));
        var refused = await site.SubmitAsync(form, Fields(cards[1], cards[0].Password.Value));
        Assert.Contains("受付番号か受付パスワードが違います", refused.Text, StringComparison.Ordinal);
        var added = await site.SubmitAsync(form, Fields(cards[1], cards[1].Password.Value));
        Assert.Contains("いっしょに来る方を加えました", added.Text, StringComparison.Ordinal);
        Assert.Contains("2人目(下4けた 0002)", added.Text, StringComparison.Ordinal);
        Assert.Contains("およそ30分", added.Text, StringComparison.Ordinal);

        // The same button again, and the page of before.
        var again = await site.SubmitAsync(form, Fields(cards[1], cards[1].Password.Value));
        Assert.Contains("いっしょに来る方を加えました", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, await office.SeeAsync(context => context.Reservations.CountAsync()));

        var remove = await site.GetAsync(added.Document.QuerySelectorAll("a[href*='/reservation/remove/']")[1].GetAttribute("href")!); // a link has one
        Assert.Contains("2人目(下4けた 0002)を、この予約から外しますか。", remove.Text, StringComparison.Ordinal);
        var removed = await site.SubmitAsync(remove);
        Assert.Contains("予約から外しました", removed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0002", removed.Text, StringComparison.Ordinal);
        var twice = await site.SubmitAsync(remove);
        Assert.Contains("およそ15分", twice.Text, StringComparison.Ordinal);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_is_offered_a_time_for_all_where_the_booked_one_is_too_short(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(3);
        await office.BookAsync(cards[0], counter, Day, Ten);
        await office.BookAsync(cards[1], counter, Day, Ten.AddMinutes(15));
        var site = await office.ResidentSiteAsync();
        await site.SignInAsync(office, cards[0]);

        var days = await site.SubmitAsync(await site.GetAsync(office.At("reservation/add")), Fields(cards[2], cards[2].Password.Value));
        Assert.Contains("この時間のままでは、全員分の空きがありません", days.Text, StringComparison.Ordinal);
        Assert.Contains("およそ30分の予約です", days.Text, StringComparison.Ordinal);
        var check = await site.ChooseTimeAsync(days, "14:00");
        Assert.Contains("2人目(下4けた 0003)", check.Text, StringComparison.Ordinal);
        Assert.Contains("10時00分から", check.Text, StringComparison.Ordinal);
        var done = await site.SubmitAsync(check);

        Assert.Contains("いっしょに来る方を加えました", done.Text, StringComparison.Ordinal);
        Assert.Contains("14時00分から(およそ30分)", done.Text, StringComparison.Ordinal);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_of_the_family_stopped_while_booking_is_left_out_and_the_others_go_on(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var site = await office.ResidentSiteAsync();
        var join = await site.AnswerAsync(await site.SignInAsync(office, cards[0]), count: 2);
        var persons = await site.SubmitAsync(join, new() { ["Number"] = cards[1].ReceptionNumber.Display, ["Password"] = cards[1].Password.Value });
        var days = await site.SubmitAsync(persons, new() { ["Persons[1].Kind"] = nameof(RecipientKind.Applicant), ["Persons[1].ProxyName"] = "" });
        var check = await site.SubmitAsync(await site.ChooseTimeAsync(days));
        await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);

        var stopped = await site.SubmitAsync(check);
        Assert.Contains("いっしょに受け取る方の中に、いま予約できない方がいます", stopped.Text, StringComparison.Ordinal);
        var alone = await site.SubmitAsync(stopped, new() { ["leaveOut"] = "2" }, "LeaveOut");
        var mail = await site.SubmitAsync(alone, new() { ["Persons[0].Kind"] = nameof(RecipientKind.Applicant), ["Persons[0].ProxyName"] = "", ["Count"] = "1" });
        var booked = await site.SubmitAsync(await site.SubmitAsync(mail));

        Assert.Equal("予約しました", booked.Heading);
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Operator_adds_with_the_proof_moves_where_there_is_no_room_and_takes_out(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(3);
        await office.BookAsync(cards[0], counter, Day, Ten);
        await office.BookAsync(cards[1], counter, Day, Ten.AddMinutes(15));
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.GetAsync($"/desk/{cards[0].Id}/family");
        var found = await site.SubmitAsync(page, new() { ["Number"] = cards[2].Card.SerialNumber.Display }, "Look");
        Assert.Contains(TestCards.NamesOf(cards[2].Card.Ordinal).KanaName!.Display.Replace("　", " ", StringComparison.Ordinal), found.Text, StringComparison.Ordinal);
        var unproven = await site.SubmitAsync(found, [], "Add");
        Assert.Contains("本人確認をしてから印を付けてください", unproven.Text, StringComparison.Ordinal);
        var full = await site.SubmitAsync(unproven, new() { ["Proven"] = "true" }, "Add");
        Assert.Contains("全員で30分続けて空いている時間を選ぶと", full.Text, StringComparison.Ordinal);
        var added = await site.SubmitAsync(full, new() { ["Proven"] = "true", ["At"] = full.Document.QuerySelector("input[name=At]")!.GetAttribute("value")! }, "Add");

        Assert.Contains("加えました", added.Text, StringComparison.Ordinal);
        Assert.Contains(cards[2].Card.SerialNumber.Display, added.Text, StringComparison.Ordinal);
        var removed = await site.SubmitAsync(added, [], "Remove", "1人目を外す");
        Assert.Equal($"/desk/{cards[2].Id}/family", removed.Address.AbsolutePath);
        Assert.Contains("外しました", removed.Text, StringComparison.Ordinal);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    private static Dictionary<string, string> Fields(NotifiedCard card, string password) => new()
    {
        ["Number"] = card.ReceptionNumber.Display,
        ["Password"] = password,
        ["Kind"] = nameof(RecipientKind.Applicant),
        ["ProxyName"] = "",
    };
}
