using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff.Day;

/// <summary>The pages of the day, as a clerk without script walks them.</summary>
public sealed class DayPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerk_picks_checks_in_and_hands_over(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(9, 50);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var picked = await ScanAsync(site, "/pick", ScanCode.OfCard(day.Cards[0].Card.SerialNumber.Value));
        var arrived = await site.SubmitAsync(await site.GetAsync("/arrivals"), new() { ["Scan"] = day.Booked[0].Number.Display, ["CallNumber"] = "12" });
        var gate = await site.GetAsync($"/hand-over/{(await day.ReservationAsync()).Id}");
        var labelled = await site.SubmitAsync(gate, new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Display }, formAction: "Label");
        var done = await site.SubmitAsync(labelled, Form(day), formAction: $"/hand-over/{(await day.ReservationAsync()).Id}");
        var first = await site.GetAsync("/");

        Assert.Contains("トレイへ", picked.Text, StringComparison.Ordinal);
        Assert.Contains("受付しました", arrived.Text, StringComparison.Ordinal);
        Assert.Contains("正しいカードです", labelled.Text, StringComparison.Ordinal);
        Assert.Contains("交付しました", done.Text, StringComparison.Ordinal);
        Assert.Equal(ReservationState.Completed, (await day.ReservationAsync()).State);
        Assert.Equal("今日", first.Heading);
        Assert.Contains("終わった方 1人", first.Text, StringComparison.Ordinal);
        Assert.Contains("これから来る方 1人", first.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notice_that_was_not_ticked_is_told_without_opening_the_old_cards(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var form = Form(day);
        form.Remove($"Ticks[{Checklist.NoticeAnswered}]");
        form[$"Counts[{Checklist.PapersA}]"] = "2";

        var asked = await site.SubmitAsync(labelled, form, formAction: address);
        var wrong = await site.SubmitAsync(labelled, new(form) { ["Taken[NotificationCard-Kept]"] = "多い" }, formAction: address);

        Assert.Contains("回答のある交付通知書を受け取っているときは", asked.Text, StringComparison.Ordinal);
        Assert.Null(asked.Document.QuerySelector("details[open]"));
        Assert.NotNull(wrong.Document.QuerySelector("details[open]"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_goes_on_from_one_card_to_the_next_and_then_to_the_arrivals(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var family = await office.AddNotifiedCardsAsync(2);
        foreach (var card in family) await office.StoreAsync(day.Boxes[0], card.Card);
        var booked = (BookForCaller.Booked)await office.Staff<BookForCaller>().RunAsync(
            new([.. family.Select(card => new VisitPerson(card.Id, RecipientKind.Applicant, null))], day.Counter.Id, day.Day, new TimeOnly(11, 0), Proven: true), office.ByStaff(), CancellationToken.None);
        day.At(11, 0);
        foreach (var card in family) Assert.IsType<PickCard.Picked>(await day.PickAsync(card.Card.SerialNumber));
        var persons = Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(new ArrivalCode.Reservation(booked.Number))).Arrival.Persons;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var links = new List<string?>();
        foreach (var person in persons)
        {
            var (_, card) = family.Index().Single(row => row.Item.Id == person.CardId);
            var birthday = TestCards.NamesOf(card.Card.Ordinal).Birthday;
            Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(new(
                person.ReservationId, card.Card.SerialNumber, new(birthday, birthday), new(RecipientKind.Applicant), TestDay.GoodAnswers(RecipientKind.Applicant), FileNumber.Parse("8-0001"))));
            links.Add((await site.GetAsync($"/hand-over/{person.ReservationId}?done=handed-over")).Document.QuerySelector("main a[autofocus]")!.GetAttribute("href"));
        }

        Assert.Equal([$"/hand-over/{persons[1].ReservationId}", "/arrivals"], links);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitor_whose_card_was_handed_over_is_not_offered_another_visit(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var again = await site.SubmitAsync(await site.GetAsync("/arrivals"), new() { ["Scan"] = day.Booked[0].Number.Display });

        Assert.Contains("この予約の用件はもう終わっています", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("予約なし来庁として", again.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Gate_never_writes_a_birthday_and_gives_no_hint(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var right = day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal);

        var wrong = new List<TestPage>();
        foreach (var (onCard, onPaper) in new[] { ("1231", right), (right, "1231"), ("1231", "1231") })
            wrong.Add(await site.SubmitAsync(labelled, Form(day, onCard, onPaper), formAction: address));

        Assert.All(wrong, page => Assert.Contains("誕生日が一致しません", page.Text, StringComparison.Ordinal));
        Assert.Single(wrong.Select(page => page.Text).Distinct());
        Assert.All(wrong, page => Assert.All(page.Document.QuerySelectorAll("input[name=OnCard], input[name=OnPaper]"), input =>
            Assert.True(input.GetAttribute("type") == "password" && string.IsNullOrEmpty(input.GetAttribute("value")))));
        Assert.Equal(ReservationState.CheckedIn, (await day.ReservationAsync()).State);
        Assert.Equal(["WrongPerson", "WrongPerson", "WrongPerson"], await day.RecordedAsync(OperationKind.HandOverCard));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_label_at_the_gate_is_refused_loudly_and_shows_no_form(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, cards: 2)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var gate = await site.GetAsync($"/hand-over/{(await day.ReservationAsync()).Id}");

        var wrong = await site.SubmitAsync(gate, new() { ["Scan"] = day.Cards[1].Card.SerialNumber.Value }, formAction: "Label");
        var dropped = await site.SubmitAsync(gate, new() { ["Scan"] = "123456789018" }, formAction: "Label");

        Assert.Contains("違うカードです", wrong.Text, StringComparison.Ordinal);
        Assert.Null(wrong.Document.QuerySelector("input[name=OnCard]"));
        Assert.Contains(ScanCode.ReadTheSleeve, dropped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789018", dropped.Html, StringComparison.Ordinal);
        Assert.Equal(["WrongCard"], await day.RecordedAsync(OperationKind.HandOverCard));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_with_gaps_names_each_of_them_and_keeps_what_was_ticked(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var form = Form(day);
        form.Remove($"Ticks[{Checklist.FaceMatches}]");
        form["FileNumber"] = "8-77";

        var page = await site.SubmitAsync(labelled, form, formAction: address);

        Assert.Contains("「カードの写真と、来庁した本人の顔が一致した(顔認証または目視)」を確認してください", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"input[name='Ticks[{Checklist.TerminalDone}]'][checked]"));
        Assert.Equal("8-77", page.Document.QuerySelector("input[name=FileNumber]")!.GetAttribute("value"));
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_with_nothing_ticked_names_only_what_is_missing(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");

        var page = await site.SubmitAsync(labelled, new() { ["OnCard"] = "0101", ["OnPaper"] = "0101", ["FileNumber"] = "8-1" }, formAction: address);

        var required = Checklist.Standard.For(RecipientKind.Applicant, amendmentNeeded: false).Count(question => question.Required);
        Assert.Equal(required + 1, page.Document.QuerySelectorAll(".tw-error-summary li").Length);
        Assert.DoesNotContain("入力内容を確かめて", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_stayed_is_put_back_by_two_scans(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var gate = await site.GetAsync($"/hand-over/{(await day.ReservationAsync()).Id}");

        var refused = await site.SubmitAsync(gate, new() { ["Reason"] = nameof(NotHandedOverReason.PapersMissing) }, formAction: "Refuse");
        var list = await site.GetAsync("/reshelve");
        var proposed = await site.SubmitAsync(list, new() { ["Scan"] = ScanCode.OfCard(day.Cards[0].Card.SerialNumber.Value) });
        var back = await site.SubmitAsync(proposed, new() { ["Scan"] = ScanCode.OfLocation(day.Boxes[2].Value) });

        Assert.Contains("交付見送りにしました", refused.Text, StringComparison.Ordinal);
        Assert.Contains("交付見送り(書類不足)", list.Text, StringComparison.Ordinal);
        Assert.Contains($"→ {day.Boxes[2].Value}", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("を戻しました", back.Text, StringComparison.Ordinal);
        Assert.Equal(PlaceKind.Storage, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Late_visitor_is_taken_by_the_clerks_decision(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(10, 30);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var late = await site.SubmitAsync(await site.GetAsync("/"), formAction: "/arrivals");
        var taken = await site.SubmitAsync(late, formAction: "Visit");

        Assert.Contains("30分遅れています", late.Text, StringComparison.Ordinal);
        Assert.Contains("受付しました", taken.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Walk_in_on_a_full_day_gets_the_next_free_times_on_a_page_to_print_without_a_name(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2, booths: 1);
        await using var office = day.Office;
        var card = Assert.Single(await office.AddNotifiedCardsAsync(1));
        await office.SetHoursAsync(day.Counter.Id, [new(DayOfWeek.Wednesday, new TimeOnly(10, 0), new TimeOnly(10, 30), 1), new(DayOfWeek.Thursday, new TimeOnly(13, 0), new TimeOnly(14, 0), 1)]);
        day.At(10, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var full = await site.SubmitAsync(await site.GetAsync("/arrivals"), new() { ["Scan"] = card.ReceptionNumber.Display, ["WalkInToo"] = "true" });

        Assert.Contains("令和8年11月26日(木) 13:00 窓口H1", full.Text, StringComparison.Ordinal);
        Assert.Contains("このページを印刷して、お渡しできます。", full.Text, StringComparison.Ordinal);
        var names = TestCards.NamesOf(card.Card.Ordinal);
        Assert.DoesNotContain(names.KanaName!.Display, full.Text, StringComparison.Ordinal); // the test's cards have names
        Assert.False(await office.SeeAsync(context => context.Reservations.AnyAsync(row => row.CardId == card.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Walk_in_goes_from_the_notice_to_the_gate(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var card = Assert.Single(await office.AddNotifiedCardsAsync(1));
        day.At(13, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var unbooked = await site.SubmitAsync(await site.GetAsync("/arrivals"), new() { ["Scan"] = card.ReceptionNumber.Display });
        var gate = await site.SubmitAsync(await site.GetAsync($"/arrivals/walk-in/{card.Id}"));

        Assert.Contains("予約がありません", unbooked.Text, StringComparison.Ordinal);
        Assert.Equal($"/arrivals/walk-in/{card.Id}", unbooked.Document.QuerySelector("main a[href*=walk-in]")!.GetAttribute("href"));
        Assert.StartsWith("/hand-over/", gate.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("この窓口のトレイにカードがありません", gate.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pick_list_on_paper_names_nobody(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync($"/picks/{day.Day:yyyy-MM-dd}");
        var nonsense = await site.GetAsync("/picks/2026-13-01");

        Assert.All(day.Cards, card => Assert.Contains(card.Card.SerialNumber.LastFour, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(day.Cards[0].Card.SerialNumber.Display, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(day.Cards[0].Card.Ordinal).KanaName!.Value, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nonsense.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Past_visits_are_marked_by_a_button(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.After(1);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.SubmitAsync(await site.GetAsync("/"), formAction: "NoShows");

        Assert.Contains("1件を未来庁にしました", page.Text, StringComparison.Ordinal);
        Assert.Equal(ReservationState.NoShow, (await day.ReservationAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_counters_are_chosen_once_and_remembered(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        await office.AddCounterAsync("H2");
        day.At(10, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var asked = await site.GetAsync("/arrivals");
        await site.GetAsync($"/arrivals?counter={day.Counter.Id}");
        var remembered = await site.GetAsync("/arrivals");

        Assert.Contains("窓口を選んでください", asked.Text, StringComparison.Ordinal);
        Assert.Equal("来庁受付 窓口H1", remembered.Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_open_to_those_who_need_them(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        var operations = await office.StaffSiteAsync(StaffRoles.Operations);

        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/arrivals")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/pick")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync($"/hand-over/{Tewatashi.Data.Ids.New()}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/picks")).Status);
        Assert.DoesNotContain("来る方", (await operations.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> ScanAsync(TestSite site, string path, string code) =>
        await site.SubmitAsync(await site.GetAsync(path), new() { ["Scan"] = code, ["Unmoved"] = "true" });

    private static Dictionary<string, string> Form(TestDay day, string? onCard = null, string? onPaper = null)
    {
        var right = day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["OnCard"] = onCard ?? right, ["OnPaper"] = onPaper ?? right, ["FileNumber"] = "8-0001" };
        foreach (var question in Checklist.Standard.For(RecipientKind.Applicant, amendmentNeeded: false))
        {
            if (question.Answer == ChecklistAnswer.YesNo) form[$"Ticks[{question.Code}]"] = "true";
        }

        form[$"Counts[{Checklist.PapersA}]"] = "1";
        return form;
    }
}
