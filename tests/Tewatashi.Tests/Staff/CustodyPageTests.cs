using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>Receiving, preparing, shelving and finding cards on the staff face's pages, as a browser without script does it.</summary>
public sealed class CustodyPageTests
{
    private static Task<TestPage> ScanAsync(TestSite site, TestPage page, string text) => site.SubmitAsync(page, new() { ["Scan"] = text });

    private static string Heading(TestPage page) => page.Document.QuerySelector(".tw-scan__heading")!.TextContent;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_is_received_inspected_by_scan_and_closed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3, CardProgress.Expected);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var list = await site.GetAsync("/shipments");
        Assert.Contains("到着待ち", list.Text, StringComparison.Ordinal);
        var shipment = await site.GetAsync(list.Document.QuerySelector("main tbody th a")!.GetAttribute("href")!);
        shipment = await site.SubmitAsync(shipment, new() { ["BoxesAnnounced"] = "", ["BoxesArrived"] = "0" }, "Receive");
        Assert.Contains("届いた箱数は、1から", shipment.Text, StringComparison.Ordinal);
        shipment = await site.SubmitAsync(shipment, new() { ["BoxesAnnounced"] = "1", ["BoxesArrived"] = "１" }, "Receive");
        Assert.Contains("受入を始めました", shipment.Text, StringComparison.Ordinal);

        var inspect = await site.GetAsync(shipment.Address.AbsolutePath + "/inspect");
        inspect = await ScanAsync(site, inspect, ScanCode.OfCard("MIH000001"));
        Assert.Contains("検品しました MIH-000001", Heading(inspect), StringComparison.Ordinal);
        inspect = await ScanAsync(site, inspect, "ＭＩＨ－０００００１");
        Assert.Contains("検品済みです", Heading(inspect), StringComparison.Ordinal);

        var boxes = await site.SubmitAsync(await site.GetAsync(shipment.Address.AbsolutePath), formAction: "Close");
        Assert.Contains("空箱確認がまだの箱があります", boxes.Text, StringComparison.Ordinal);
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var wrong = await site.SubmitAsync(boxes, new() { ["EmptyBoxes"] = "1", ["SecondUserId"] = signature.UserId, ["SecondPassword"] = "ちがう合言葉ですよ" }, "Empty");
        Assert.Contains("二人目を確認できません", wrong.Text, StringComparison.Ordinal);
        boxes = await site.SubmitAsync(wrong, new() { ["EmptyBoxes"] = "1", ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password }, "Empty");
        Assert.Contains("空箱を確認しました", boxes.Text, StringComparison.Ordinal);
        Assert.Contains(second.DisplayName, boxes.Text, StringComparison.Ordinal);

        var refused = await site.SubmitAsync(await site.GetAsync(shipment.Address.AbsolutePath), formAction: "Close");
        Assert.Contains("枚数が合わない", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["MIH-000002", "MIH-000003"], refused.Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim()));

        inspect = await ScanAsync(site, inspect, ScanCode.OfCard("MIH000002") + ScanCode.OfCard("MIH000003"));
        Assert.Contains("残り 0枚", inspect.Text, StringComparison.Ordinal);
        Assert.Contains("続けて読み取り: 検品しました MIH-000002", inspect.Text, StringComparison.Ordinal);
        var closed = await site.SubmitAsync(await site.GetAsync(shipment.Address.AbsolutePath), formAction: "Close");
        Assert.Contains("受入を完了しました", closed.Text, StringComparison.Ordinal);
        Assert.Equal(3, cards.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Scanned_individual_number_is_answered_and_stays_nowhere(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1, CardProgress.Inspected))[0];
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var entries = await office.SeeAsync(context => context.Audit.CountAsync());

        foreach (var path in new[] { "/prepare", "/shelve" })
        {
            var page = await ScanAsync(site, await site.GetAsync(path), "123456789018");
            Assert.Contains("ケースのラベルを読み取ってください", Heading(page), StringComparison.Ordinal);
            Assert.DoesNotContain("123456789018", page.Html, StringComparison.Ordinal);
        }

        var search = await site.GetAsync("/search");
        var answer = await site.SubmitAsync(search, new() { ["Query"] = "1234-5678-9018" });
        Assert.Contains("ケースのラベルを読み取ってください", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234-5678-9018", answer.Html, StringComparison.Ordinal);
        var list = await site.SubmitAsync(await site.GetAsync("/prepare/list"), new() { ["Numbers"] = $"{card.SerialNumber}\n123456789018" });
        Assert.DoesNotContain("123456789018", list.Html, StringComparison.Ordinal);
        Assert.Equal(entries, await office.SeeAsync(context => context.Audit.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Prepared_cards_are_shelved_place_first_or_card_first_and_run_together(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(capacity: 3);
        await office.AddCardsAsync(4, CardProgress.Inspected);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var prepare = await ScanAsync(site, await site.GetAsync("/prepare"), "MIH000001");
        prepare = await ScanAsync(site, prepare, "MIH000002");
        Assert.Contains("この画面で記録 2枚", prepare.Text, StringComparison.Ordinal);

        var shelve = await ScanAsync(site, await site.GetAsync("/shelve"), "MIH000001");
        Assert.Contains("おすすめの場所: H-V1-01-01", shelve.Text, StringComparison.Ordinal);
        shelve = await ScanAsync(site, shelve, ScanCode.OfLocation(boxes[0].Value));
        Assert.Contains("収納しました MIH-000001 → H-V1-01-01", Heading(shelve), StringComparison.Ordinal);
        shelve = await ScanAsync(site, shelve, ScanCode.OfCard("MIH000002") + ScanCode.OfCard("MIH000003"));
        Assert.Contains("満杯になりました", shelve.Text, StringComparison.Ordinal);
        shelve = await ScanAsync(site, shelve, "MIH000004");
        Assert.Contains("満杯です", Heading(shelve), StringComparison.Ordinal);
        shelve = await ScanAsync(site, shelve, ScanCode.OfLocation("H-V1-01"));
        Assert.Contains("棚のラベルです", Heading(shelve), StringComparison.Ordinal);
        shelve = await ScanAsync(site, shelve, ScanCode.OfLocation(boxes[1].Value) + ScanCode.OfCard("MIH000004"));
        Assert.Contains("この画面で収納 4枚", shelve.Text, StringComparison.Ordinal);

        Assert.Equal(4, await office.SeeAsync(context => context.Movements.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_leads_to_the_card_and_no_term_enters_an_address(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(7);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        async Task<TestPage> Search(string term) => await site.SubmitAsync(await site.GetAsync("/search"), new() { ["Query"] = term });

        var card = await Search("MIH-000002");
        var names = await Search("ミホン");
        var none = await Search("ヤマ");

        Assert.Equal($"/cards/{cards[1].Id}", card.Address.AbsolutePath);
        Assert.StartsWith("カード MIH-000002", card.Heading, StringComparison.Ordinal);
        Assert.StartsWith("/search/", names.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("MIH-000006", names.Document.QuerySelector("main tbody th")!.TextContent);
        Assert.Contains("「ヤマ」のカードはありません", none.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_stopped_and_set_free_on_its_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await office.WriteBookingAsync(card);
        var site = await office.StaffSiteAsync(StaffRoles.Counter);
        var path = $"/cards/{card.Id}/suspension";

        var unchosen = await site.SubmitAsync(await site.GetAsync(path), formAction: "Suspend");
        var stopped = await site.SubmitAsync(unchosen, new() { ["Reason"] = nameof(Suspension.AskAtCounter) }, "Suspend");
        var free = await site.SubmitAsync(await site.GetAsync(path), formAction: "Lift");
        var marked = await site.SubmitAsync(await site.GetAsync(path), formAction: "Mark");

        Assert.Contains("保留の理由を選んでください", unchosen.Text, StringComparison.Ordinal);
        Assert.Contains("保留にしました。予約があります。", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("保留: 要窓口確認", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("保留を解除しました", free.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("保留: ", free.Text, StringComparison.Ordinal);
        Assert.Contains("要追記にしました", marked.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Places_are_added_labelled_changed_and_taken_out_of_use(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync();

        var form = await site.GetAsync("/locations/add");
        var wrong = await site.SubmitAsync(form, new() { ["Input.Building"] = "庁", ["Input.Shelves"] = "十" });
        var list = await site.SubmitAsync(form, new() { ["Input.Shelves"] = "２", ["Input.Boxes"] = "3" });
        var again = await site.SubmitAsync(await site.GetAsync("/locations/add"), new() { ["Input.Shelves"] = "2", ["Input.Boxes"] = "3" });

        Assert.Equal(2, wrong.Document.QuerySelectorAll(".tw-error-summary li").Length);
        Assert.Contains("棚 2、箱 6 を追加しました", list.Text, StringComparison.Ordinal);
        Assert.Contains("H-V1-01-01 はすでにあります", again.Text, StringComparison.Ordinal);
        var box = await site.GetAsync(list.Document.QuerySelectorAll("main tbody th a")[3].GetAttribute("href")!);
        Assert.Equal("保管場所 H-V1-01-01", box.Heading);
        using var labels = await site.DownloadAsync(box, formAction: "Labels");
        Assert.Equal("application/pdf", labels.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", labels.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("%PDF"u8.ToArray(), (await labels.Content.ReadAsByteArrayAsync())[..4]);
        var changed = await site.SubmitAsync(await site.GetAsync(box.Address.AbsolutePath + "/change"), new() { ["Name"] = "小箱", ["Retired"] = "true" });
        Assert.Contains("使用停止の場所です", changed.Text, StringComparison.Ordinal);
        Assert.Contains("棚01 小箱", changed.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sleeve_labels_come_as_a_file_that_no_cache_keeps(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(3, CardProgress.Expected))[0];
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var shipment = await site.GetAsync($"/shipments/{card.ShipmentId}");

        using var all = await site.DownloadAsync(shipment, formAction: "Labels");
        using var one = await site.DownloadAsync(await site.GetAsync($"/cards/{card.Id}/label"));
        var beyond = await site.SubmitAsync(shipment, new() { ["FirstLine"] = "9", ["OperationId"] = Tewatashi.Data.Ids.New().ToString() }, "Labels");

        foreach (var answer in new[] { all, one })
        {
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        Assert.Contains("その行にカードがありません", beyond.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_are_closed_to_those_without_the_right_and_to_other_municipalities(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1, CardProgress.Expected))[0];
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        var stranger = await other.StaffSiteAsync();

        foreach (var path in new[] { "/shipments", "/prepare", "/shelve", "/locations", "/locations/add", $"/cards/{card.Id}/suspension", $"/cards/{card.Id}/label" })
            Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync(path)).Status);
        foreach (var path in new[] { $"/cards/{card.Id}", $"/cards/{card.Id}/suspension", $"/shipments/{card.ShipmentId}", $"/shipments/{card.ShipmentId}/inspect" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
    }
}
