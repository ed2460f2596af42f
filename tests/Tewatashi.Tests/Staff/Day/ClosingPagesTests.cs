using System.Net;
using AngleSharp.Html.Parser;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff.Day;

/// <summary>締め, PIN forms, the national terminal's list and the 当日控え on the pages, without script.</summary>
public sealed class ClosingPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Clerk_goes_through_the_day_and_closes_it_on_one_page(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        day.At(10, 0);
        await day.PickAsync(0);
        await day.PickAsync(1);
        await day.CheckInAsync(0);
        await day.HandedOverAsync(0);
        day.At(17, 15);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.GetAsync("/closing");
        Assert.Contains("この日の予約", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{day.Cards[1].Card.SerialNumber.LastFour} この日の予約", page.Document.QuerySelector("select[name=Card] option:not([value=''])")!.TextContent.Trim());
        var early = await site.SubmitAsync(page, new() { ["OldPapers"] = "0" }, formAction: "Close");
        var marked = await site.SubmitAsync(page, formAction: "NotCome");
        var alone = await site.SubmitAsync(marked, new() { ["Card"] = day.Cards[1].Id.ToString(), ["Reason"] = nameof(KeptReason.LockedAway) }, formAction: "Keep");
        var kept = await site.SubmitAsync(alone, new()
        {
            ["Card"] = day.Cards[1].Id.ToString(),
            ["Reason"] = nameof(KeptReason.LockedAway),
            ["SecondUserId"] = signature.UserId,
            ["SecondPassword"] = signature.Password,
        }, formAction: "Keep");
        var differs = await site.SubmitAsync(kept, new() { ["OldPapers"] = "1" }, formAction: "Close");
        var closed = await site.SubmitAsync(differs, new() { ["OldPapers"] = "1", ["DifferenceAccepted"] = "true" }, formAction: "Close");
        var reopened = await site.SubmitAsync(closed, formAction: "Reopen");

        Assert.Contains("まだ終わっていないものがあります", early.Text, StringComparison.Ordinal);
        Assert.Contains("来なかった予約を未来庁にしました", marked.Text, StringComparison.Ordinal);
        Assert.Contains("二人目の職員のユーザーIDとパスワードを入力してください", alone.Text, StringComparison.Ordinal);
        Assert.Contains(KeptReason.LockedAway.Name(), kept.Text, StringComparison.Ordinal);
        Assert.Contains("記録では0枚、数えた枚数は1枚", differs.Text, StringComparison.Ordinal);
        Assert.Contains("締めました", closed.Text, StringComparison.Ordinal);
        Assert.Contains("記録 0枚、数えた枚数 1枚", closed.Text, StringComparison.Ordinal);
        Assert.Contains("締めを取り消しました", reopened.Text, StringComparison.Ordinal);
        Assert.Equal(ReservationState.NoShow, (await day.ReservationAsync(1)).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_page_of_the_next_morning_names_the_counter_that_was_not_closed(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var sameDay = await site.GetAsync("/");
        day.After(1);

        var morning = await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync("/");

        Assert.DoesNotContain("締めていない窓口があります", sameDay.Text, StringComparison.Ordinal);
        Assert.Contains("締めていない窓口があります", morning.Text, StringComparison.Ordinal);
        Assert.NotNull(morning.Document.QuerySelector($"a[href='/closing?counter={day.Counter.Id}&date=2026-11-25']"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_is_taken_in_by_scan_and_moved_by_a_button(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var received = await site.SubmitAsync(await site.GetAsync("/pin-forms"), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value, ["Reason"] = "PersonLeft" });
        var serial = day.Cards[0].Card.SerialNumber.Display;
        var taken = await site.SubmitAsync(await site.GetAsync("/pin-forms"), formAction: "Move", button: $"取り出す {serial}");
        var alone = await site.SubmitAsync(taken, new() { ["Form"] = taken.Document.QuerySelector("select[name=Form] option[value]:not([value=''])")!.GetAttribute("value")!, ["Step"] = "Destroy" }, formAction: "Move");

        Assert.Contains("の依頼書を預かりました", received.Text, StringComparison.Ordinal);
        Assert.Contains("取り出し中", taken.Text, StringComparison.Ordinal);
        Assert.Contains("裁断には立会いが要ります", alone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("暗証番号を入力してください", received.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pasted_list_shows_each_difference_and_a_button_settles_it(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var page = await site.GetAsync("/terminal");

        var refused = await UploadAsync(site, page, "ミホン　ハナコ,交付済");
        var imported = await UploadAsync(site, page, "ZZZ000001,交付済");
        var settled = await site.SubmitAsync(imported, new() { ["Reason"] = "DoneElsewhere" }, formAction: "Explain");

        Assert.Contains("読めない行があります(1行目)", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ミホン", refused.Html, StringComparison.Ordinal);
        Assert.Contains("MIH-000001", imported.Text, StringComparison.Ordinal);
        Assert.Contains("ZZZ-000001", imported.Text, StringComparison.Ordinal);
        Assert.Contains("違い 2件(未解消2件)", imported.Text, StringComparison.Ordinal);
        Assert.Contains("違い 2件(未解消1件)", settled.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Paper_of_the_day_is_entered_line_by_line_with_its_times(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.PickAsync();
        day.At(15, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.GetAsync("/later");
        var nonsense = await site.SubmitAsync(page, new() { ["CameAt"] = "あさ" });
        var future = await site.SubmitAsync(page, new() { ["CameAt"] = "15:01" });
        var entered = await site.SubmitAsync(page, new() { ["CameAt"] = "10:02" });
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync($"{address}?later=true"), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var untimed = await site.SubmitAsync(labelled, Form(day), formAction: address);
        var done = await site.SubmitAsync(labelled, new(Form(day)) { ["HappenedAt"] = "10:20" }, formAction: address);

        Assert.Contains("10:05 のように入力してください", nonsense.Text, StringComparison.Ordinal);
        Assert.Contains("まだ来ていない時刻です", future.Text, StringComparison.Ordinal);
        Assert.Contains("来庁を入力しました", entered.Text, StringComparison.Ordinal);
        Assert.Contains("当日控えから入力しています", labelled.Text, StringComparison.Ordinal);
        Assert.Contains("当日控えに書いた時刻を", untimed.Text, StringComparison.Ordinal);
        Assert.Contains("交付しました", done.Text, StringComparison.Ordinal);
        Assert.Contains("10:20", done.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refusal_shows_before_what_it_does_and_books_the_next_time_at_once(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var gate = await site.GetAsync($"/hand-over/{(await day.ReservationAsync()).Id}");

        var refused = await site.SubmitAsync(gate, new() { ["Reason"] = nameof(NotHandedOverReason.PapersMissing) }, formAction: "Refuse");
        var unchosen = await site.SubmitAsync(refused, new() { ["NextAt"] = "" }, formAction: "Next");
        var slip = await site.SubmitAsync(refused, new() { ["NextAt"] = refused.Document.QuerySelector("input[name=NextAt]")!.GetAttribute("value")! }, formAction: "Next");

        Assert.All(Enum.GetValues<NotHandedOverReason>(), reason => Assert.Contains($"{reason.Name()}{RefusalAftermath.Of(reason).CardWords}{RefusalAftermath.Of(reason).BookingWords}",
            gate.Document.QuerySelectorAll("tr").Select(row => row.TextContent.Trim())));
        Assert.Contains("次の日時を選んでください", unchosen.Text, StringComparison.Ordinal);
        Assert.EndsWith("/slip", slip.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("まだ予約がありません", slip.Text, StringComparison.Ordinal);
        Assert.Equal(ReservationState.Booked, (await day.ReservationAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_is_ticked_on_the_pick_list_and_an_unticked_card_is_refused_by_scan(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        day.At(9, 0);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var refused = await site.SubmitAsync(await site.GetAsync("/pick"), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value });
        var ticked = await site.SubmitAsync(await site.GetAsync("/picks/2026-11-25"), new() { ["Cards"] = day.Cards[0].Id.ToString() });
        var picked = await site.SubmitAsync(await site.GetAsync("/pick"), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value });

        Assert.Contains("異動なし確認がまだです", refused.Text, StringComparison.Ordinal);
        Assert.Contains("1枚の異動なしを記録しました", ticked.Text, StringComparison.Ordinal);
        Assert.Contains("トレイへ", picked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCards.NamesOf(1).KanaName!.Display, ticked.Html, StringComparison.Ordinal);
    }

    /// <summary>Under 30 seconds of screen time: three screens, four requests, and this much typing.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Normal_hand_over_takes_two_scans_four_ticks_and_four_short_fields_in_four_requests(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(10, 0);
        await day.PickAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var start = await site.GetAsync("/arrivals");
        var (requests, typed, ticks) = (0, new List<string>(), 0);

        async Task<TestPage> SendAsync(TestPage page, Dictionary<string, string> fields, string? formAction = null)
        {
            requests++;
            typed.AddRange(fields.Values.Where(value => value != "true"));
            ticks += fields.Values.Count(value => value == "true");
            return await site.SubmitAsync(page, fields, formAction);
        }

        var arrived = await SendAsync(start, new() { ["Scan"] = day.Booked[0].Number.Display });
        requests++;
        var gate = await site.GetAsync(arrived.Document.QuerySelector("main a[href^='/hand-over/']")!.GetAttribute("href")!);
        var labelled = await SendAsync(gate, new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, "Label");
        var done = await SendAsync(labelled, Form(day), gate.Address.AbsolutePath);

        Assert.Contains("交付しました", done.Text, StringComparison.Ordinal);
        Assert.Equal((4, 4), (requests, ticks));
        // 予約番号 and label come from the scanner; by hand: the birthday twice, one number of papers, the 綴り番号.
        Assert.Equal(6, typed.Count);
        Assert.True(typed.Skip(2).Sum(text => text.Length) <= 16);
        Assert.Equal("OnCard", labelled.Document.QuerySelector("[autofocus]")?.GetAttribute("name"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_of_the_closing_open_to_those_who_hand_over(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);

        foreach (var path in new[] { "/closing", "/pin-forms", "/terminal", "/later" }) Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync(path)).Status);
    }

    private static async Task<TestPage> UploadAsync(TestSite site, TestPage page, string list)
    {
        var fields = page.Document.QuerySelectorAll("main form[enctype] input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new StringContent(list), "List");
        using var answer = await site.Client.PostAsync(new Uri("/terminal?date=2026-11-25", UriKind.Relative), form);
        return await ReadAsync(answer);
    }

    private static async Task<TestPage> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return new TestPage(answer, html, await new HtmlParser().ParseDocumentAsync(html));
    }

    private static Dictionary<string, string> Form(TestDay day)
    {
        var right = day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["OnCard"] = right, ["OnPaper"] = right, ["FileNumber"] = "8-0001", [$"Counts[{Checklist.PapersA}]"] = "1" };
        foreach (var code in new[] { Checklist.FaceMatches, Checklist.FaceOfCardMatches, Checklist.NoticeAnswered, Checklist.TerminalDone }) form[$"Ticks[{code}]"] = "true";
        return form;
    }
}
