using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Resident;

/// <summary>The whole way of a resident over HTTP, without a script.</summary>
public sealed class ResidentBookingPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_books_changes_and_cancels(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();

        var persons = await site.SignInAsync(office, card);
        Assert.Equal("どなたが受け取りに来ますか", persons.Heading);
        Assert.Contains("全5ステップ中1", persons.Document.Title, StringComparison.Ordinal);
        var days = await site.AnswerAsync(persons);
        Assert.Contains("空きあり", days.Text, StringComparison.Ordinal);
        Assert.Contains("11月27日(金)から", days.Text, StringComparison.Ordinal);
        var mail = await site.ChooseTimeAsync(days, "10:00");
        Assert.Contains("お時間をお取りしています。9時10分まで", mail.Text, StringComparison.Ordinal);
        var check = await site.SubmitAsync(mail);
        Assert.Contains("令和8年11月27日(金) 10時00分から(およそ15分)", check.Text, StringComparison.Ordinal);
        Assert.Contains("1人目(下4けた 0001)", check.Text, StringComparison.Ordinal);
        var booked = await site.SubmitAsync(check, button: "この内容で予約する");

        Assert.Equal("予約しました", booked.Heading);
        var number = await office.SeeAsync(context => context.Visits.Select(row => row.ReservationNumber).SingleAsync());
        Assert.Equal(number.Display, booked.Document.QuerySelector(".tw-large-number")!.TextContent);
        Assert.Contains("お持ちいただくもの", booked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("からの持ち物のご案内", booked.Text, StringComparison.Ordinal);

        var again = await (await office.ResidentSiteAsync()).SignInAsync(office, card);
        Assert.Equal("予約の内容", again.Heading);

        var changing = await site.GetAsync(office.At("change/place"));
        var confirm = await site.ChooseTimeAsync(changing, "11:30");
        Assert.Equal("変更の内容を確かめてください", confirm.Heading);
        var changed = await site.SubmitAsync(confirm, button: "この内容に変更する");
        Assert.Contains("予約を変更しました", changed.Text, StringComparison.Ordinal);
        Assert.Contains("11時30分から", changed.Text, StringComparison.Ordinal);
        Assert.Contains(number.Display, changed.Text, StringComparison.Ordinal);

        var cancelled = await site.SubmitAsync(await site.GetAsync(office.At("reservation/cancel")), button: "予約を取り消す");
        Assert.Equal("予約を取り消しました", cancelled.Heading);
        Assert.Equal("予約はありません", (await site.GetAsync(office.At("reservation"))).Heading);
        Assert.Empty(await office.SeatViolationsAsync());
        Assert.Equal(0, await office.SeeAsync(context => context.Cells.SumAsync(row => row.Taken)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_joins_with_own_notices_and_is_named_by_four_digits(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var site = await office.ResidentSiteAsync();

        var join = await site.AnswerAsync(await site.SignInAsync(office, cards[0]), count: 2);
        Assert.Equal("2人目の方の受付番号", join.Heading);
        var refused = await site.SubmitAsync(join, new() { ["Number"] = cards[1].ReceptionNumber.Display, ["Password"] = cards[0].Password.Value });
        Assert.Contains("受付番号か受付パスワードが違います", refused.Text, StringComparison.Ordinal);
        var persons = await site.SubmitAsync(join, new() { ["Number"] = cards[1].ReceptionNumber.Display, ["Password"] = cards[1].Password.Value });
        Assert.Contains("2人目(下4けた 0002)", persons.Text, StringComparison.Ordinal);
        var days = await site.SubmitAsync(persons, new() { ["Persons[1].Kind"] = nameof(RecipientKind.VoluntaryProxy), ["Persons[1].ProxyName"] = "だいり　はなこ" });
        Assert.Contains("およそ45分の予約です", days.Text, StringComparison.Ordinal);
        var check = await site.SubmitAsync(await site.ChooseTimeAsync(days));
        Assert.DoesNotContain("ダイリ", check.Html, StringComparison.Ordinal);
        var booked = await site.SubmitAsync(check);

        Assert.Contains("2人目(下4けた 0002)", booked.Text, StringComparison.Ordinal);
        Assert.Contains("委任状", booked.Text, StringComparison.Ordinal);
        Assert.Equal(2, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_sent_twice_and_from_another_tab_books_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var check = await site.GoToCheckAsync(office, card);
        var otherTab = await site.GetAsync(office.At("reserve/check"));

        TestPage[] answers = [await site.SubmitAsync(check), await site.SubmitAsync(check), await site.SubmitAsync(otherTab)];
        var back = await site.GetAsync(office.At("reserve/persons"));

        Assert.All(answers, page => Assert.Equal("予約しました", page.Heading));
        Assert.Equal("予約の内容", back.Heading);
        Assert.Equal(1, await office.SeeAsync(context => context.Visits.CountAsync()));
        Assert.Empty(await office.SeatViolationsAsync());
    }

    /// <summary>RES-11.</summary>
    [Theory]
    [InlineData(Engine.Sqlite, "reserve/place", "どなたが受け取りに来ますか")]
    [InlineData(Engine.Sqlite, "reserve/mail", "どなたが受け取りに来ますか")]
    [InlineData(Engine.Sqlite, "reserve/check", "どなたが受け取りに来ますか")]
    [InlineData(Engine.Sqlite, "change/place", "予約はありません")]
    [InlineData(Engine.Sqlite, "reservation/cancel", "予約はありません")]
    [InlineData(Engine.Sqlite, "reservation/calendar", "予約はありません")]
    [InlineData(Engine.Postgres, "reserve/check", "どなたが受け取りに来ますか")]
    public async Task Step_opened_too_early_leads_to_where_the_resident_belongs(Engine engine, string path, string heading)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var stranger = await (await office.ResidentSiteAsync()).GetAsync(office.At(path));
        await site.SignInAsync(office, card);

        var page = await site.GetAsync(office.At(path));

        Assert.Equal("受付番号の入力", stranger.Heading);
        Assert.Equal(heading, page.Heading);
    }

    /// <summary>RES-11: posted directly, with a form's own token.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_posted_without_a_hold_books_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        var held = await (await office.ResidentSiteAsync()).GoToCheckAsync(office, cards[0]);
        var visitOfAnother = held.Document.QuerySelector("input[name=VisitId]")!.GetAttribute("value")!;
        var site = await office.ResidentSiteAsync();
        var persons = await site.SignInAsync(office, cards[1]);
        var token = persons.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var response = await site.Client.PostAsync(new Uri(office.At("reserve/check"), UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("VisitId", visitOfAnother), new("OperationId", Ids.New().ToString())]));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(office.At("reserve/persons"), response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(0, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hold_that_ran_out_is_booked_in_silence_while_free_and_chosen_anew_when_taken(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(3);
        var (free, lost, taker) = (await office.ResidentSiteAsync(), await office.ResidentSiteAsync(), await office.ResidentSiteAsync());
        var freeCheck = await free.GoToCheckAsync(office, cards[0], "09:00");
        var lostCheck = await lost.GoToCheckAsync(office, cards[1], "10:00");
        office.Clock.Advance(TimeSpan.FromMinutes(11));

        var booked = await free.SubmitAsync(freeCheck);
        var others = await taker.SubmitAsync(await taker.GoToCheckAsync(office, cards[2], "10:00"));
        var gone = await lost.SubmitAsync(lostCheck);

        Assert.Equal("予約しました", booked.Heading);
        Assert.Equal("予約しました", others.Heading);
        Assert.Contains("ほかの方が先に予約しました", gone.Text, StringComparison.Ordinal);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Time_taken_meanwhile_is_refused_with_the_times_that_are_left(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync(booths: 1);
        var cards = await office.AddNotifiedCardsAsync(2);
        var (slow, quick) = (await office.ResidentSiteAsync(), await office.ResidentSiteAsync());
        var days = await slow.AnswerAsync(await slow.SignInAsync(office, cards[0]));
        var times = await slow.GetAsync(days.Document.QuerySelector("a.tw-days__link")!.GetAttribute("href")!);
        await quick.GoToCheckAsync(office, cards[1], "09:00");

        var refused = await slow.SubmitAsync(times, new() { ["StartsAt"] = "09:00" });

        Assert.Contains("この時間は、ほかの方が先に予約しました", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("input[value='09:00']"));
        Assert.Equal("メールアドレス", (await slow.SubmitAsync(refused, new() { ["StartsAt"] = "09:15" })).Heading);
    }

    /// <summary>RES-08: the other person may hold the postcard.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_to_be_asked_about_reads_as_any_suspended_card_and_shows_no_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(3);
        foreach (var booked in cards.Take(2)) await office.BookAsync(booked, counter, TestCounters.FirstWebDay, new TimeOnly(booked == cards[0] ? 9 : 10, 0));
        await office.Staff<SuspendCard>().RunAsync(new(cards[0].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        await office.Staff<SuspendCard>().RunAsync(new(cards[1].Id, Suspension.Hospitalised), office.ByStaff(), CancellationToken.None);
        await office.Staff<SuspendCard>().RunAsync(new(cards[2].Id, Suspension.Hospitalised), office.ByStaff(), CancellationToken.None);

        var texts = new List<string>();
        foreach (var card in cards)
        {
            var site = await office.ResidentSiteAsync();
            texts.Add((await site.SignInAsync(office, card)).Text);
            foreach (var path in new[] { "reservation", "reservation/cancel", "reservation/print", "reservation/calendar", "change/place", "reserve/persons", "reserve/check", "unavailable" })
                texts.Add((await site.GetAsync(office.At(path))).Text);
        }

        Assert.Contains("いまはインターネットで予約できません", texts[0], StringComparison.Ordinal);
        Assert.Single(texts.Distinct());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_not_ready_is_told_plainly_after_the_sign_in(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1, Tewatashi.Notices.NoticeState.Printed))[0];
        var site = await office.ResidentSiteAsync();

        var page = await site.SignInAsync(office, card);

        Assert.Contains("このカードは準備中です", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_after_the_cut_off_leads_to_the_telephone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(card, counter, TestCounters.FirstWebDay, new TimeOnly(9, 0));
        office.Clock.Advance(TimeSpan.FromHours(56));
        var site = await office.ResidentSiteAsync();

        var page = await site.SignInAsync(office, card);
        var cancel = await site.GetAsync(office.At("reservation/cancel"));

        Assert.Contains("インターネットでの変更と取り消しの受付は終わりました", page.Text, StringComparison.Ordinal);
        Assert.Equal("予約の内容", cancel.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calendar_file_holds_the_time_and_no_name(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await office.BookAsync(card, counter, TestCounters.FirstWebDay, new TimeOnly(9, 0));
        var site = await office.ResidentSiteAsync();
        await site.SignInAsync(office, card);

        var response = await site.Client.GetAsync(new Uri(office.At("reservation/calendar"), UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART:20261127T000000Z", text, StringComparison.Ordinal);
        Assert.Contains("DTEND:20261127T001500Z", text, StringComparison.Ordinal);
        Assert.Contains("窓口H1", text, StringComparison.Ordinal);
    }

    /// <summary>RES-08, CMP-07: markers of every personal item, searched in everything a resident was sent.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_answer_names_the_applicant_or_more_than_four_digits(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(6))[5];
        var names = TestCards.NamesOf(6);
        var site = await office.ResidentSiteAsync();

        var pages = new List<TestPage> { await site.SignInAsync(office, card) };
        pages.Add(await site.AnswerAsync(pages[^1]));
        pages.Add(await site.ChooseTimeAsync(pages[^1]));
        pages.Add(await site.SubmitAsync(pages[^1], new() { ["Address"] = "mihon.ken@example.jp" }));
        pages.Add(await site.SubmitAsync(pages[^1]));
        foreach (var path in new[] { "reservation", "reservation/print", "reservation/calendar", "reservation/cancel", "change/place", "reserve/persons", "" })
            pages.Add(await site.GetAsync(office.At(path)));

        Assert.Equal("予約しました", pages[4].Heading);
        Assert.Contains("m***@e***.jp", pages[4].Text, StringComparison.Ordinal);
        string[] markers =
        [
            names.KanaName!.Value, "ミホン　ケン", "ミホン", names.ApplicationId.Value, "7月7日", "07-07", card.Card.SerialNumber.Value, card.Card.SerialNumber.Display,
            card.ReceptionNumber.Value, card.ReceptionNumber.Display, card.Password.Value, "mihon.ken",
        ];
        Assert.All(pages, page => Assert.All(markers, marker => Assert.DoesNotContain(marker, page.Html, StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.True(page.Html.Length < 100_000));
    }
}
