using Tewatashi.Cards;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff.Day;

/// <summary>The second person, 交付取消 and 見送り票 on the pages, without script.</summary>
public sealed class SecondPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proxy_is_confirmed_on_the_same_screen_and_the_password_is_never_written_back(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine, kind: RecipientKind.VoluntaryProxy)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await site.SubmitAsync(await site.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var form = FormOf(day, RecipientKind.VoluntaryProxy);

        var alone = await site.SubmitAsync(labelled, form, formAction: address);
        var wrong = await site.SubmitAsync(alone, new(form) { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = "ちがう合言葉ですよ" }, formAction: address);
        var done = await site.SubmitAsync(wrong, new(form) { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password }, formAction: address);

        Assert.Contains("代理の方だけの受け取り", labelled.Text, StringComparison.Ordinal);
        Assert.Contains("二人目の職員の確認が必要です", alone.Text, StringComparison.Ordinal);
        Assert.Contains("二人目を確認できません", wrong.Text, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(wrong.Document.QuerySelector("input[name=SecondPassword]")!.GetAttribute("value")));
        Assert.Contains("交付しました", done.Text, StringComparison.Ordinal);
        Assert.Contains(second.DisplayName, done.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hand_over_is_taken_back_on_its_own_page(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await day.HandedOverAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var page = await site.GetAsync($"/hand-over/{(await day.ReservationAsync()).Id}");

        var empty = await site.SubmitAsync(page, [], formAction: "Cancel");
        var done = await site.SubmitAsync(empty, new()
        {
            ["CancelLabel"] = day.Cards[0].Card.SerialNumber.Display,
            ["CancelReason"] = nameof(HandOverCancelReason.TerminalUndone),
            ["SecondUserId"] = signature.UserId,
            ["SecondPassword"] = signature.Password,
        }, formAction: "Cancel");

        Assert.Equal(3, empty.Document.QuerySelectorAll(".tw-error-summary li").Length);
        Assert.Contains("交付を取り消しました", done.Text, StringComparison.Ordinal);
        Assert.Contains("交付見送り(交付取消)", done.Text, StringComparison.Ordinal);
        Assert.Equal(PlaceKind.Tray, (await day.CardAsync()).PlaceKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Slip_tells_what_to_bring_and_the_next_visit_and_no_name(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var reservation = (await day.ReservationAsync()).Id;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var missing = await site.GetAsync($"/hand-over/{reservation}/slip");
        await office.Staff<RefuseHandOver>().RunAsync(new(reservation, NotHandedOverReason.PapersMissing), office.ByStaff(), CancellationToken.None);

        var before = await site.GetAsync($"/hand-over/{reservation}/slip");
        var next = Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(day.Cards[0].Id, day.Counter, day.Day.AddDays(1), new TimeOnly(11, 0)));
        var after = await site.GetAsync($"/hand-over/{reservation}/slip");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.Status);
        Assert.Contains("書類が足りませんでした", before.Text, StringComparison.Ordinal);
        Assert.Contains("まだ予約がありません", before.Text, StringComparison.Ordinal);
        Assert.All(new WhatToBring(Tewatashi.Municipalities.IdentityPapers.PaperRules.Standard).For(RecipientKind.Applicant), thing => Assert.Contains(thing, after.Text, StringComparison.Ordinal));
        Assert.Contains("11:00", after.Text, StringComparison.Ordinal);
        Assert.Contains(next.Number.Display, after.Text, StringComparison.Ordinal);
        var names = TestCards.NamesOf(day.Cards[0].Card.Ordinal);
        Assert.All(new[] { names.KanaName!.Display, day.Cards[0].Card.SerialNumber.Display, day.Cards[0].Card.SerialNumber.LastFour },
            secret => Assert.DoesNotContain(secret, after.Text, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> FormOf(TestDay day, RecipientKind kind)
    {
        var typed = day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["OnCard"] = typed, ["OnPaper"] = typed, ["FileNumber"] = "8-1", ["Recipient"] = kind.ToString() };
        foreach (var (code, answer) in TestDay.GoodAnswers(kind))
        {
            var isCount = Checklist.Standard.For(kind, amendmentNeeded: false).First(question => question.Code == code).Answer == ChecklistAnswer.Count;
            if (isCount) form[$"Counts[{code}]"] = answer.ToString(System.Globalization.CultureInfo.InvariantCulture);
            else if (answer == 1) form[$"Ticks[{code}]"] = "true";
        }

        return form;
    }
}
