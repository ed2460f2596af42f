using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>Differences of a delivery, cards by hand, remade cards and the register's changes on the staff face's pages, as a browser without script does it.</summary>
public sealed class ReceivingPageTests
{
    private static readonly ApplicantNames Hanako = new(ApplicationId.Parse("12345678901234567890201"), KanaName.Parse("ミホン　ハナコ"), Birthday.Parse("03-07"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Delivery_that_does_not_balance_is_signed_by_two_and_its_missing_card_settled_later(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var shipment = (await office.AddCardsAsync(2, CardProgress.Expected))[0].ShipmentId!.Value;
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        await site.SubmitAsync(await site.GetAsync($"/shipments/{shipment}"), new() { ["BoxesAnnounced"] = "1", ["BoxesArrived"] = "1" }, "Receive");
        var inspect = await site.GetAsync($"/shipments/{shipment}/inspect");
        inspect = await site.SubmitAsync(inspect, new() { ["Scan"] = ScanCode.OfCard("MIH000001") });
        inspect = await site.SubmitAsync(inspect, new() { ["Scan"] = "ZZZ999999" });
        var signature = await office.EmptyBoxesAsync(shipment);

        var page = await site.SubmitAsync(await site.GetAsync($"/shipments/{shipment}/difference"));
        Assert.Contains("合わない理由を選んでください", page.Text, StringComparison.Ordinal);
        Assert.Contains("MIH-000002", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Reason"] = "MakerAsked", ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password });

        Assert.Contains("J-LISに照会中", page.Text, StringComparison.Ordinal);
        Assert.Equal(["MIH-000002", "ZZZ-999999"], page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.DoesNotContain(signature.Password, page.Html, StringComparison.Ordinal);
        Assert.Contains("合わない 2枚", (await site.GetAsync("/shipments")).Text, StringComparison.Ordinal);
        inspect = await site.SubmitAsync(await site.GetAsync($"/shipments/{shipment}/inspect"), new() { ["Scan"] = "MIH000002" });
        Assert.Contains("不足は解消されました", inspect.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(await site.GetAsync($"/shipments/{shipment}"), new() { ["How"] = "SentBack" }, "Settle");
        Assert.Contains("解消しました", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("合わない", (await site.GetAsync("/shipments")).Document.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal); // there is one delivery
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_without_a_file_is_typed_in_once_and_every_field_says_what_to_mend(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.SubmitAsync(await site.GetAsync("/receive"), new() { ["Serial"] = "ABC", ["Application"] = "1", ["Kana"] = "漢字", ["Birthday"] = "13-40", ["Dispatch"] = "123456789018" });
        foreach (var words in new[] { "製造管理番号は", "申請書IDは", "誕生日は", "発送番号は" }) Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Dictionary<string, string> fields = new() { ["Serial"] = "ｍｉｇ－０００００１", ["Application"] = "12345678901234567890201", ["Kana"] = "ミホン　ハナコ", ["Birthday"] = "昭和55年3月7日", ["Dispatch"] = "" };
        page = await site.SubmitAsync(await site.GetAsync("/receive"), fields);
        Assert.Contains("受け入れました", page.Text, StringComparison.Ordinal);
        Assert.Contains("MIG-000001", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(await site.GetAsync("/receive"), fields);

        Assert.Contains("すでに登録されています", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Cards.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Second_card_of_the_same_person_is_shown_and_registered_as_remade_from_its_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Hanako);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var card = await site.GetAsync($"/cards/{cards[1].Id}");
        Assert.Contains("同じ方のカードがもう1枚あります", card.Text, StringComparison.Ordinal);
        var remade = await site.GetAsync(card.Document.QuerySelector("a[href^='/remade']")!.GetAttribute("href")!);
        Assert.Equal("MIH-000001", remade.Document.QuerySelector("input[name=Old]")!.GetAttribute("value"));
        var done = await site.SubmitAsync(remade);

        Assert.Equal($"/cards/{cards[0].Id}", done.Address.AbsolutePath);
        Assert.Contains("このカードは再作成されました", done.Text, StringComparison.Ordinal);
        Assert.Contains("保留: 再作成", done.Text, StringComparison.Ordinal);
        Assert.Contains("再作成されたカードです", (await site.GetAsync($"/cards/{cards[1].Id}")).Text, StringComparison.Ordinal);
        var wrong = await site.SubmitAsync(await site.GetAsync("/remade"), new() { ["Old"] = "123456789018", ["New"] = "MIH000001" });
        Assert.Contains("ケースのラベルを読み取ってください", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789018", wrong.Html, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Both_cards_of_a_person_are_kept_by_one_button(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Hanako);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var kept = await site.SubmitAsync(await site.GetAsync($"/cards/{cards[0].Id}"), formAction: "Keep");

        Assert.Contains("二枚とも残します", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("もう1枚あります", kept.Text, StringComparison.Ordinal);
        var phone = await office.StaffSiteAsync(StaffRoles.Phone);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/changes")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/remade")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/receive")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_list_is_previewed_decided_row_by_row_and_ended(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, names: _ => Hanako);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var refused = await SendAsync(site, "カナ氏名,生年月日,異動事由,異動日\r\nミホン　ハナコ,1980-03-07,婚姻,2026-11-01\r\n");
        Assert.Contains("何も保存していません", refused.Text, StringComparison.Ordinal);
        var sent = await SendAsync(site, "異動日,異動事由,カナ氏名,生年月日\r\n2026-11-01,転出,ミホン　ハナコ,1980-03-07\r\n2026-11-01,転出,カクウ　サクラ,1990-01-01\r\n");
        var preview = await site.GetAsync(sent.Response.Headers.Location?.ToString() ?? sent.Address.AbsolutePath);
        Assert.Contains("1行(保存していません)", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ミホン", preview.Text, StringComparison.Ordinal);
        var begun = await site.SubmitAsync(preview, formAction: "Begin");
        Assert.Contains("ミホン　ハナコ", begun.Document.Body!.TextContent, StringComparison.Ordinal);
        var box = begun.Document.QuerySelector("input[name=CardIds]")!;
        Assert.Contains("MIH-000001", box.ParentElement!.TextContent, StringComparison.Ordinal);
        begun = await site.SubmitAsync(begun, formAction: "Decide");
        Assert.Contains("カードが選ばれていません", begun.Text, StringComparison.Ordinal);
        var ended = await site.SubmitAsync(begun, new() { ["CardIds"] = box.GetAttribute("value")! }, "Decide");

        Assert.Contains("カードを保留にしました", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ミホン", ended.Text, StringComparison.Ordinal);
        Assert.Equal(Suspension.MovedOut, await office.SeeAsync(context => context.Cards.Select(row => row.Suspension).SingleAsync()));
        Assert.Contains("終了", (await site.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> SendAsync(TestSite site, string text)
    {
        var page = await site.GetAsync("/changes/new");
        using var form = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "OperationId" })
            form.Add(new StringContent(page.Document.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!), name);
        form.Add(new StringContent("Utf8"), "Encoding");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "idou.csv");
        var response = await site.Client.PostAsync(new Uri("/changes/new", UriKind.Relative), form);
        var html = await response.Content.ReadAsStringAsync();
        return new TestPage(response, html, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html));
    }
}
