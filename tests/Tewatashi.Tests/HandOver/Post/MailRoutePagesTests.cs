using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.HandOver.Post;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver.Post;

/// <summary>The pages of 郵送交付, with a scanner: text and Enter.</summary>
public sealed class MailRoutePagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_goes_from_the_pin_to_the_post_and_back_to_the_counter_by_scan(Engine engine)
    {
        var (office, box, card) = await MailRouteTests.OpenAsync(engine);
        await using var _ = office;
        await office.DecideTrackingAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var pin = await site.SubmitAsync(await site.GetAsync("/post/pin"), new() { ["Scan"] = $"TW:C:{card.SerialNumber.Value}\r\n" });
        Assert.Equal($"記録しました {card.SerialNumber.Display}", Verdict(pin));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var send = await site.SubmitAsync(await site.GetAsync("/post/send"), new() { ["Scan"] = card.SerialNumber.Display });
        Assert.Contains("次に、この封筒の引受番号を読み取ってください", send.Text, StringComparison.Ordinal);
        send = await site.SubmitAsync(send, new() { ["Scan"] = "123-45-67890" });
        Assert.Equal("引受番号ではありません", Verdict(send));
        send = await site.SubmitAsync(send, new() { ["Scan"] = "123-45-67890-1" });
        Assert.Equal($"郵送を記録しました {card.SerialNumber.Display}", Verdict(send));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var list = await site.GetAsync("/post");
        Assert.Equal("0 | 0 | 0 | 1 | 0 | 0 | 0", list.Rows.First(row => row.StartsWith("0 |", StringComparison.Ordinal))); // in the post
        Assert.Contains("123-45-67890-1", list.Text, StringComparison.Ordinal);

        var back = await site.SubmitAsync(await site.GetAsync("/post/returned"), new() { ["Scan"] = card.SerialNumber.Display });
        Assert.Contains("返戻の理由を選んでください", back.Text, StringComparison.Ordinal);
        back = await site.SubmitAsync(back, new() { ["Scan"] = card.SerialNumber.Display, ["Reason"] = nameof(PostReturnReason.NotCollected) });
        back = await site.SubmitAsync(back, new() { ["Scan"] = $"TW:L:{box.Value}" });
        Assert.Equal($"返戻を記録しました {card.SerialNumber.Display}", Verdict(back));

        Assert.Equal(CardRoute.Counter, await office.SeeAsync(context => context.Cards.Where(row => row.Id == card.Id).Select(row => row.Route).SingleAsync()));
        Assert.Contains("保管期間経過 | 1", (await site.GetAsync("/post")).Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_is_recorded_by_number_and_taken_back_by_two_on_the_same_page(Engine engine)
    {
        var (office, box, card) = await MailRouteTests.OpenAsync(engine);
        await using var _ = office;
        var (second, signature) = await office.AddSecondAsync();
        await office.PostedAsync(card);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.SubmitAsync(await site.GetAsync("/post/delivered"), new() { ["Scan"] = card.SerialNumber.Display });
        Assert.Equal($"配達済にしました {card.SerialNumber.Display}", Verdict(page));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await site.SubmitAsync(page, new() { ["CancelCode"] = card.SerialNumber.Display }, "handler=Cancel");
        Assert.Contains("二人目の職員のユーザーIDとパスワードを入力してください", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["CancelCode"] = card.SerialNumber.Display, ["SecondUserId"] = second.UserId.Value, ["SecondPassword"] = signature.Password }, "handler=Cancel");

        Assert.Equal($"配達の記録を取り消しました {card.SerialNumber.Display}", Verdict(page));
        Assert.DoesNotContain(signature.Password, page.Html, StringComparison.Ordinal);
        Assert.Equal(PlaceKind.Posted, await office.SeeAsync(context => context.Cards.Where(row => row.Id == card.Id).Select(row => row.PlaceKind).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Overdue_cards_are_told_at_the_head_of_the_list(Engine engine)
    {
        var (office, box, card) = await MailRouteTests.OpenAsync(engine);
        await using var _ = office;
        await office.PostedAsync(card);
        office.Clock.Advance(TimeSpan.FromDays(14));
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/post");

        Assert.Contains("郵送して14日たっても、配達も返戻も確かめていないカードが1枚あります", page.Text, StringComparison.Ordinal);
        page = await site.GetAsync(page.Document.QuerySelector(".tw-banner a[href^='/post?']")!.GetAttribute("href")!); // it is overdue
        Assert.Contains(card.SerialNumber.Display, page.Text, StringComparison.Ordinal);
        Assert.Contains("14日 超過", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Setting_says_that_the_tracking_number_is_none_of_the_items_and_the_catalogue_puts_it_under_the_status(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var page = await site.GetAsync("/settings");
        await site.SubmitAsync(await site.SubmitAsync(page, new() { ["Form.TrackingNumberDecision"] = "情個審第12号", ["Form.PostOverdueDays"] = "９" }), button: "この内容で保存する");

        Assert.Contains("引受番号は、取り扱う14項目にありません。入力すると、処理状況の一部として引受番号を記録します。", page.Text, StringComparison.Ordinal);
        var kept = await office.SeeAsync(context => context.Settings.AsNoTracking().SingleAsync());
        Assert.Equal(("情個審第12号", 9), (kept.TrackingNumberDecision, kept.PostOverdueDays));
        Assert.Equal([Tewatashi.Data.DataItem.CardStatus], Tewatashi.Data.ItemCatalogue.ItemsOf("posting", "tracking_number"));
        Assert.Equal([Tewatashi.Data.DataItem.NoPerson], Tewatashi.Data.ItemCatalogue.ItemsOf("posting", "tracking_decision"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Route_is_changed_from_the_card_with_a_reason(Engine engine)
    {
        var (office, box, card) = await MailRouteTests.OpenAsync(engine);
        await using var _ = office;
        var site = await office.StaffSiteAsync(StaffRoles.Counter);

        var page = await site.GetAsync($"/cards/{card.Id}/route");
        var unchosen = await site.SubmitAsync(page);
        var changed = await site.SubmitAsync(unchosen, new() { ["Reason"] = nameof(RouteChangeReason.NameChanged) });

        Assert.Contains("変える理由を選んでください", unchosen.Text, StringComparison.Ordinal);
        Assert.Contains("窓口交付に変えました", changed.Text, StringComparison.Ordinal);
        Assert.Contains("要追記", changed.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_answer_nobody_without_the_permission_nor_another_municipality_and_keep_no_individual_number(Engine engine)
    {
        var (office, box, card) = await MailRouteTests.OpenAsync(engine);
        await using var _ = office;
        await using var other = await TestOffice.OpenAsync(engine);
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        var stranger = await other.StaffSiteAsync(StaffRoles.Custody);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        foreach (var path in new[] { "/post", "/post/pin", "/post/send", "/post/delivered", "/post/returned", $"/cards/{card.Id}/route" })
            Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/cards/{card.Id}/route")).Status);
        Assert.Contains("登録のないカードです", (await stranger.SubmitAsync(await stranger.GetAsync("/post/pin"), new() { ["Scan"] = card.SerialNumber.Value })).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/post/pin", "/post/send", "/post/delivered" })
        {
            var page = await site.SubmitAsync(await site.GetAsync(path), new() { ["Scan"] = "123456789018" });
            Assert.Contains("ケースのラベルを読み取ってください", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("123456789018", page.Html, StringComparison.Ordinal);
        }
    }

    private static string? Verdict(TestPage page) => page.Document.QuerySelector(".tw-scan__heading")?.ChildNodes[^1].TextContent;
}
