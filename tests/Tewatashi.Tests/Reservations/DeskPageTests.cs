using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Text;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>The telephone desk as an operator uses it.</summary>
public sealed class DeskPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Caller_is_found_booked_changed_and_cancelled_from_one_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.SubmitAsync(await site.GetAsync("/desk"), new() { ["Number"] = card.Card.SerialNumber.Display });
        Assert.Equal($"/desk/{card.Id}", page.Address.AbsolutePath);
        Assert.Contains(card.Card.SerialNumber.Display, page.Heading, StringComparison.Ordinal);
        Assert.Contains("ほかの目的には使いません", page.Text, StringComparison.Ordinal);
        var times = page.Document.QuerySelectorAll("input[name=At]").Select(input => input.GetAttribute("value")!).ToList(); // radios have one
        Assert.Equal(8, times.Count);

        var booked = await site.SubmitAsync(page, new() { ["Proven"] = "true", ["At"] = times[0] });
        var visit = await office.SeeAsync(context => context.Visits.SingleAsync());
        Assert.Contains("done=booked", booked.Address.Query, StringComparison.Ordinal);
        Assert.Contains(visit.ReservationNumber.Display, booked.Text, StringComparison.Ordinal);
        Assert.Contains($"読み方: {ReadAloud.Of(visit.ReservationNumber.Display)}", booked.Text, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 11, 25), Channel.Phone), (visit.Day, visit.Channel)); // the telephone books the next business day

        var changed = await site.SubmitAsync(booked, new() { ["Proven"] = "true", ["At"] = times[5] }, "Change");
        Assert.Contains("done=changed", changed.Address.Query, StringComparison.Ordinal);
        Assert.Equal(visit.ReservationNumber, (await office.SeeAsync(context => context.Visits.SingleAsync())).ReservationNumber);

        var cancelled = await site.SubmitAsync(changed, [], "Cancel");
        Assert.Equal("/desk", cancelled.Address.AbsolutePath);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_and_proxy_are_booked_together_and_what_is_wrong_is_named_at_its_field(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);
        var page = await site.GetAsync($"/desk/{cards[0].Id}");
        var at = page.Document.QuerySelector("input[name=At]")!.GetAttribute("value")!; // a radio has one
        Dictionary<string, string> fields = new()
        {
            ["At"] = at,
            ["Persons[1].SerialNumber"] = cards[1].Card.SerialNumber.Value,
            ["Persons[1].RecipientKind"] = "VoluntaryProxy",
        };

        var refused = await site.SubmitAsync(page, new(fields));
        Assert.Contains("代理の方のカナ氏名を入力してください。", refused.Text, StringComparison.Ordinal);
        Assert.Contains("利用目的を読み上げ、本人確認をしてから印を付けてください。", refused.Text, StringComparison.Ordinal);

        fields["Proven"] = "true";
        fields["Persons[1].ProxyName"] = "ダイリ ハナコ";
        await site.SubmitAsync(refused, fields);
        Assert.Equal((45, 2), await office.SeeAsync(async context => (await context.Visits.Select(visit => visit.Minutes).SingleAsync(), await context.Reservations.CountAsync())));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Fact]
    public async Task Individual_number_is_neither_searched_nor_shown_again()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.SubmitAsync(await site.GetAsync("/desk"), new() { ["Number"] = "123456789018" });

        Assert.Contains("個人番号は使いません", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789018", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_is_closed_to_those_who_may_not_book_and_to_another_municipalitys_cards()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await using var other = await TestOffice.OpenAsync(Engine.Sqlite);
        var foreign = (await other.AddNotifiedCardsAsync(1))[0];
        var auditor = await office.StaffSiteAsync(StaffRoles.Auditor);
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync($"/desk/{foreign.Id}")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Caller_who_holds_a_time_on_the_internet_is_booked_all_the_same(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.HoldAsync(card, await office.SignInAsync(card), counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        var page = await site.GetAsync($"/desk/{card.Id}");
        Assert.Contains("本人がインターネットで手続き中です", page.Text, StringComparison.Ordinal);
        var booked = await site.SubmitAsync(page, new() { ["Proven"] = "true", ["At"] = page.Document.QuerySelector("input[name=At]")!.GetAttribute("value")! }); // a radio has one

        Assert.Contains("done=booked", booked.Address.Query, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Taken)));
        Assert.Equal(0, await office.SeeAsync(context => context.Visits.CountAsync(visit => visit.Seat == SeatState.Held)));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Holds_of_others_are_shown_and_follow_live_while_the_caller_thinks(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var cards = await office.AddNotifiedCardsAsync(3);
        var (day, nine) = (TestDay.Wednesday, new TimeOnly(9, 0));
        var rules = await office.Staff<ChangeSettings>().CurrentAsync(office.Municipality, CancellationToken.None);
        await office.Staff<ChangeSettings>().RunAsync(new(rules.Version, Rules.Of(rules) with { WebLeadBusinessDays = 1 }), office.ByStaff(), CancellationToken.None);
        await office.HoldAsync(cards[1], await office.SignInAsync(cards[1]), counter, day, nine);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var limit = patience.Token;

        var page = await site.GetAsync($"/desk/{cards[0].Id}");
        Assert.Contains("09:00(残り1、手続き中1)", page.Text, StringComparison.Ordinal);
        var live = page.Document.QuerySelector("[data-tw-seats]")!.GetAttribute("data-tw-seats")!; // times are shown
        var looks = await LooksAsync();
        using var reader = new StreamReader(await site.Client.GetStreamAsync(new Uri(live, UriKind.Relative), limit));
        var first = await NextAsync(reader, limit);
        await office.HoldAsync(cards[2], await office.SignInAsync(cards[2]), counter, day, nine);
        var held = await NextAsync(reader, limit);
        await office.BookForCallerAsync(cards[2].Id, counter, day, nine);
        var booked = await NextAsync(reader, limit);

        Assert.Contains("09:00(残り1、手続き中1)", first, StringComparison.Ordinal);
        Assert.Contains("09:00(空きなし、手続き中2)", held, StringComparison.Ordinal);
        Assert.Contains("09:00(空きなし、手続き中1)", booked, StringComparison.Ordinal);
        // The times are nobody's record: whoever follows them looks at nothing that is written down.
        Assert.Equal(looks, await LooksAsync());

        Task<int> LooksAsync() => office.SeeAsync(async context =>
        {
            var operators = await context.StaffMembers.Select(row => row.Id.ToString()).ToListAsync();
            return await context.Audit.CountAsync(row => operators.Contains(row.ActorId));
        });
    }

    [Fact]
    public async Task Live_times_of_nonsense_are_not_found()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.StaffSiteAsync(StaffRoles.Phone);

        foreach (var query in new[] { "", "&minutes=15", "&minutes=15&shown=x_y_z", "&minutes=0&shown=00000000000000000000000000000001_20261127_0900" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/desk/{Guid.Empty}?handler=Live{query}")).Status);
    }

    private static async Task<string> NextAsync(StreamReader reader, CancellationToken limit)
    {
        while (await reader.ReadLineAsync(limit) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException("The events ended.");
    }
}
