using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Staff;

/// <summary>The list of cards, its file, its changes and the picture of the vault on the staff face, as a browser without script does it.</summary>
public sealed class CardListPageTests
{
    private static IEnumerable<string> Serials(TestPage page) => page.Document.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim());

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Headings_sort_both_ways_and_keep_the_filter(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.AddCardsAsync(1, CardProgress.Inspected);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/cards?Progress=Prepared&Place=&DaysInStock=");
        Assert.Contains("3枚", page.Text, StringComparison.Ordinal);
        Assert.Equal(["MIH-000001", "MIH-000002", "MIH-000003"], Serials(page));
        page = await SortAsync("製造管理番号");
        Assert.Equal(["MIH-000003", "MIH-000002", "MIH-000001"], Serials(page));
        Assert.Equal("descending", page.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort")); // pressed just now
        page = await SortAsync("場所");
        Assert.Equal(["MIH-000003", "MIH-000002", "MIH-000001"], Serials(page)); // the first card lies in the last box
        Assert.DoesNotContain("ミホン", page.Html, StringComparison.Ordinal);

        Task<TestPage> SortAsync(string heading) => site.GetAsync(page.Document.QuerySelectorAll("thead a").Single(link => link.TextContent == heading).GetAttribute("href")!); // a link
    }

    [Fact]
    public async Task Mistaken_field_shows_no_list_and_says_what_to_type()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCardsAsync(1);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/cards?DeadlineBefore=2026-02-30");

        Assert.Contains("日付を、2026-12-31", page.Text, StringComparison.Ordinal);
        Assert.Empty(Serials(page));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_needs_a_reason_and_the_permission(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var page = await site.GetAsync("/cards/export?Progress=Prepared");

        Assert.Contains("書き出す理由を選んでください", (await site.SubmitAsync(page)).Text, StringComparison.Ordinal);
        var file = await site.DownloadAsync(page, new() { ["Form.Reason"] = "Inspection", ["WithNames"] = "true" });

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType); // an answer with a file
        Assert.Contains(TestCards.NamesOf(1).KanaName!.Value, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal); // every test card has one
        Assert.Contains("Inspection WithNames", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ExportList).Select(row => row.Detail).SingleAsync()), StringComparison.Ordinal);
        var clerk = await office.StaffSiteAsync(StaffRoles.Counter);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/cards/export")).Status);
        Assert.DoesNotContain("書き出す", (await clerk.GetAsync("/cards")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Selection_is_shown_first_and_then_changed_with_what_stayed_behind(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var gone = (await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident))[0];
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        var list = await site.GetAsync("/cards");

        Assert.Contains("カードを1枚以上選んでください", (await site.SubmitAsync(list, new() { ["Change"] = "Defective" })).Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(list, new() { ["Change"] = "Defective", ["Selected[0]"] = $"{card.Id}", ["Selected[1]"] = $"{gone.Id}" });
        Assert.Contains("まだ変えていません。変わるカード: 1枚、変わらないカード: 1枚", preview.Text, StringComparison.Ordinal);
        Assert.Contains("交付・廃棄などが終わったカードです", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync(row => row.Suspension != null)));

        var done = await site.SubmitAsync(preview);
        Assert.Contains("1枚を変えました", done.Text, StringComparison.Ordinal);
        Assert.Equal([card.Id], await office.SeeAsync(context => context.Cards.Where(row => row.Suspension == Suspension.Defective).Select(row => row.Id).ToListAsync()));
        var again = await site.SubmitAsync(preview);
        Assert.Contains("変えていません: すでに保留です", again.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Picture_marks_a_full_box_in_words_and_the_card_says_where_to_put_the_hand(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync(boxes: 3, capacity: 1);
        var cards = await office.AddCardsAsync(2, CardProgress.Inspected);
        await office.StoreAsync(boxes[1], cards[0]);
        var vault = await office.SeeAsync(context => context.Locations.Where(row => row.Path == "H-V1").Select(row => row.Id).SingleAsync());
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var picture = await site.GetAsync($"/locations/{vault}/picture");
        Assert.Equal(["", "満杯", ""], picture.Document.QuerySelectorAll(".tw-shelf__box").Select(box => string.Concat(box.QuerySelectorAll(".tw-shelf__mark").Select(mark => mark.TextContent))));
        Assert.Equal(3, picture.Document.QuerySelectorAll("main tbody tr").Length);

        var card = await site.GetAsync($"/cards/{cards[0].Id}");
        Assert.Equal("02", card.Document.QuerySelector(".tw-shelf__box[aria-current] .tw-shelf__name")!.TextContent); // it lies there
        Assert.Contains("本庁 保管庫1 棚01 箱02", card.Text, StringComparison.Ordinal);
        var shelve = await site.SubmitAsync(await site.GetAsync("/shelve"), new() { ["Scan"] = cards[1].SerialNumber.Value });
        Assert.Contains("おすすめの場所: H-V1-01-03", shelve.Text, StringComparison.Ordinal);
    }
}
