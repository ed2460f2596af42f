using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Parcels;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Parcels;

/// <summary>移送便 on the pages, without script.</summary>
public sealed class ParcelPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parcel_is_packed_sent_received_and_signed_on_the_pages(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 3);
        var labels = offices.Cards.Select(card => card.Card.SerialNumber).ToList();
        var (second, signature) = await office.AddSecondAsync();
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var list = await site.GetAsync("/transfers");
        Assert.Contains("送り先の庁舎を選んでください", (await site.SubmitAsync(list, formAction: "Open")).Text, StringComparison.Ordinal);
        Assert.Contains("送り元と別の庁舎を選んでください", (await OpenAsync(offices.Near.BuildingId)).Text, StringComparison.Ordinal);
        var page = await OpenAsync(offices.Far.BuildingId);
        Assert.Contains("便の中 0枚", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = $"{ScanCode.OfCard(labels[0].Value)}\n{ScanCode.OfCard(labels[1].Value)}" });
        Assert.Contains("便の中 2枚", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = "ZZZ999999" });
        Assert.Contains("登録のないカードです", page.Text, StringComparison.Ordinal);
        Assert.Contains("2枚入っています", (await site.SubmitAsync(page, formAction: "GiveUp")).Text, StringComparison.Ordinal);

        var slip = await site.SubmitAsync(page, formAction: "Send");
        AssertNoNames(slip, offices);
        Assert.Contains("カード 2枚", slip.Text, StringComparison.Ordinal);
        Assert.All(labels.Take(2), label => Assert.Contains(label.LastFour, slip.Text, StringComparison.Ordinal));
        var number = await office.SeeAsync(context => context.Parcels.Select(row => row.Number).SingleAsync());
        Assert.Contains(number.Display, slip.Text, StringComparison.Ordinal);
        Assert.Contains(number.Display, (await site.GetAsync(slip.Document.QuerySelector("figure img")!.GetAttribute("src")!)).Html, StringComparison.Ordinal);

        page = await site.SubmitAsync(await site.GetAsync("/transfers"), new() { ["Scan"] = ScanCode.OfParcel(number.Value) }, formAction: "/transfers");
        page = await site.SubmitAsync(page, formAction: "Receive");
        Assert.Contains("先に箱のラベルを読み取ってください", (await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfCard(labels[0].Value) })).Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfLocation(offices.FarBoxes[0].Value) });
        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfCard(labels[0].Value) });
        Assert.Contains($"届きました {labels[0].Display}", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = ScanCode.OfCard(labels[2].Value) });
        Assert.Contains("この便のカードではありません", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, formAction: "Close");
        Assert.Contains($"不足 1枚({labels[1].Display})、余り 1枚({labels[2].Display})", page.Text, StringComparison.Ordinal);

        page = await site.SubmitAsync(page, formAction: "Sign");
        Assert.Contains("二人目の職員のユーザーIDとパスワードを入力してください", page.Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = "ちがう合言葉ですよ" }, formAction: "Sign");
        Assert.Contains("二人目を確認できません", page.Text, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(page.Document.QuerySelector("input[name=SecondPassword]")!.GetAttribute("value")));
        page = await site.SubmitAsync(page, new() { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password }, formAction: "Sign");
        Assert.Contains("過不足を二人で確認し、移送便を終えました", page.Text, StringComparison.Ordinal);
        var closed = await site.GetAsync(page.Document.QuerySelectorAll("a").Last(link => link.GetAttribute("href")!.StartsWith("/parcels/", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains(second.DisplayName, closed.Text, StringComparison.Ordinal);

        async Task<TestPage> OpenAsync(Guid to) => await site.SubmitAsync(
            await site.GetAsync("/transfers"), new() { ["PackAt"] = offices.Near.BuildingId.ToString(), ["SendTo"] = to.ToString(), ["OrdersByScan"] = "true" }, formAction: "Open");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_ordered_and_the_order_called_off_on_the_pages(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(cards: 1);
        var label = offices.Cards[0].Card.SerialNumber;
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/transfers/order");
        Assert.Contains("先に、送り先の庁舎を選んでください", (await site.SubmitAsync(page, new() { ["Scan"] = label.Value })).Text, StringComparison.Ordinal);
        page = await site.SubmitAsync(page, new() { ["Scan"] = label.Value, ["SendTo"] = offices.Far.BuildingId.ToString() });
        Assert.Contains($"移送を指示しました {label.Display}", page.Text, StringComparison.Ordinal);

        var list = await site.GetAsync("/transfers");
        Assert.Contains("職員の指示", list.Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(list, new() { ["Selected"] = list.Document.QuerySelector("input[name=Selected]")!.GetAttribute("value")! }, "/transfers/call-off"); // ordered above
        Assert.Contains("1枚の指示を取りやめました", (await site.SubmitAsync(preview)).Text, StringComparison.Ordinal);
        Assert.Contains("あてはまるものはありません", (await site.GetAsync("/transfers")).Text, StringComparison.Ordinal);
    }

    private static void AssertNoNames(TestPage page, TestOffices offices) => Assert.All(offices.Cards, card =>
    {
        Assert.DoesNotContain(TestCards.NamesOf(card.Card.Ordinal).KanaName!.Display, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Card.SerialNumber.Display, page.Text, StringComparison.Ordinal);
    });
}
