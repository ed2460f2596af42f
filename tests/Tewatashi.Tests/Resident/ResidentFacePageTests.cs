using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Papers;
using Tewatashi.Papers.Drawing;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Text;

namespace Tewatashi.Tests.Resident;

/// <summary>What residents need to be able to do at all (domain, section 9): deaf, cannot come, in danger, on a slow line; and what nobody is ever asked.</summary>
public sealed class ResidentFacePageTests
{
    /// <summary>Every page of the face that can be opened at once, before and after a booking.</summary>
    private static readonly string[] ForEveryone = ["", "sign-in", "faq", "news", "cannot-come", "purpose", "months", "months?view=list", "bring", "bring?Kind=VoluntaryProxy&Reason=Reissue", "fax", "verify-mail?token=x", "nowhere"];

    private static readonly string[] OnTheWay = ["reserve/persons", "reserve/place", "reserve/mail", "reserve/check", "reserve/join"];
    private static readonly string[] AfterBooking = ["reservation", "reservation/print", "reservation/cancel", "change/place"];

    private const int MostBytes = 100_000;

    public static TheoryData<string> Paths => [.. Language.All.Select(language => language.Path)];

    /// <summary>As sent by the server, nothing compressed but the styles and scripts, which go out in Brotli; without the fonts themselves.</summary>
    [Theory, MemberData(nameof(Paths))]
    public async Task Page_with_its_styles_and_scripts_is_under_100_kB(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();
        var sizes = new Dictionary<string, int>();

        foreach (var page in await AllPagesAsync(office, site, language)) sizes[page.Address.PathAndQuery] = await BytesAsync(site, page);

        Assert.True(sizes.Count > 15);
        Assert.DoesNotContain(sizes, page => page.Value >= MostBytes);
    }

    /// <summary>Every "please contact us" is followed by telephone, FAX with its sheet, mail and 電話リレーサービス.</summary>
    [Theory, MemberData(nameof(Paths))]
    public async Task Page_that_says_to_contact_us_offers_every_way(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();

        var asking = (await AllPagesAsync(office, site, language)).Where(page => page.Status == HttpStatusCode.OK && page.Document.QuerySelector("section.tw-contact") is not null).ToList();

        Assert.True(asking.Count > 6);
        Assert.All(asking, page =>
        {
            var ways = page.Document.QuerySelector("section.tw-contact")!; // chosen by it
            Assert.NotNull(ways.QuerySelector("a[href='tel:0300000001']"));
            Assert.Contains("03-0000-0002", ways.TextContent, StringComparison.Ordinal);
            Assert.NotNull(ways.QuerySelector($"a[href='{office.At(Of(language).Prefix + "fax")}']"));
            Assert.NotNull(ways.QuerySelector("a[href='mailto:madoguchi@example.jp']"));
            Assert.Contains(Of(language).Says(() => ResidentTexts.ContactRelay), ways.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Page_never_says_to_contact_us_without_saying_how()
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();

        var pages = (await AllPagesAsync(office, site, "")).Where(page => page.Status == HttpStatusCode.OK && page.Text.Contains("お問い合わせ", StringComparison.Ordinal)).ToList();

        Assert.True(pages.Count > 6);
        Assert.All(pages, page => Assert.True(page.Document.QuerySelector("section.tw-contact") is not null, page.Address.AbsolutePath));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Nobody_is_asked_for_an_individual_number_or_a_pin_and_every_page_says_so(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();
        var assurance = Of(language).Says(() => Tewatashi.Web.Resources.WebTexts.NeverAsked);
        string[] forbidden = ["個人番号", "マイナンバー", "暗証番号", "My Number", "PIN", "个人编号", "개인번호"];

        Assert.All(await AllPagesAsync(office, site, language), page =>
        {
            Assert.Equal(assurance, page.Document.QuerySelector("footer .tw-footer__assurance")!.TextContent);
            Assert.All(page.Document.QuerySelectorAll("main label, main legend"), label => Assert.DoesNotContain(forbidden, word => label.TextContent.Contains(word, StringComparison.OrdinalIgnoreCase)));
        });
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task First_page_tells_who_cannot_come_before_the_calendar_and_leads_to_questions_and_news(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At(Of(language).Prefix));

        var links = page.Document.QuerySelectorAll("main .tw-entries a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).ToList(); // links have one
        Assert.True(links.IndexOf("cannot-come") >= 0 && links.IndexOf("cannot-come") < links.IndexOf("months"));
        Assert.Contains("faq", links);
        Assert.Contains("news", links);
        Assert.Contains("年末年始の休みについて", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Purpose_of_use_is_shown_before_anything_is_entered(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At(Of(language).Prefix + "sign-in"));

        var purpose = Of(language).Says(() => ResidentTexts.DefaultPurpose);
        Assert.Contains(purpose, page.Document.QuerySelector("section[aria-labelledby=purpose]")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.Html.IndexOf("aria-labelledby=\"purpose\"", StringComparison.Ordinal) < page.Html.IndexOf("name=\"Number\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_texts_are_the_ones_that_are_translated()
    {
        Assert.Equal(DefaultTexts.All[TextKey.PurposeOfUse], ResidentTexts.DefaultPurpose);
        Assert.Equal(DefaultTexts.All[TextKey.Welcome], ResidentTexts.DefaultWelcome);
        Assert.Equal(DefaultTexts.All[TextKey.CannotCome], ResidentTexts.DefaultCannotCome);
        Assert.Equal(DefaultTexts.All[TextKey.Access], ResidentTexts.DefaultAccess);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_the_office_wrote_itself_is_shown_as_written_and_said_to_be_Japanese(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.Staff<ChangeTexts>().RunAsync(new(TextKey.CannotCome, 1, "見本市のやり方です。"), office.ByStaff(), CancellationToken.None);
        var site = await office.ResidentSiteAsync();

        var english = await site.GetAsync(office.At("en/cannot-come"));
        var japanese = await site.GetAsync(office.At("cannot-come"));

        Assert.Equal("見本市のやり方です。", english.Document.QuerySelector("main p[lang=ja]")!.TextContent);
        Assert.Contains(Language.English.Says(() => ResidentTexts.OfficeTextNote), english.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ResidentTexts.OfficeTextNote, japanese.Text, StringComparison.Ordinal);
    }

    /// <summary>The other person may hold the postcard: 要窓口確認 reads like any suspension, before and after a booking, on every page.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task In_danger_every_page_says_the_same_as_for_any_suspension_and_shows_nothing_of_a_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(4);
        await office.BookAsync(cards[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        await office.BookAsync(cards[1], counter, TestCounters.FirstWebDay, new TimeOnly(11, 0));
        foreach (var (card, suspension) in new[] { (0, Suspension.AskAtCounter), (1, Suspension.Hospitalised), (2, Suspension.AskAtCounter), (3, Suspension.Hospitalised) })
            await office.Staff<SuspendCard>().RunAsync(new(cards[card].Id, suspension), office.ByStaff(), CancellationToken.None);

        var told = new List<string>();
        foreach (var card in cards)
        {
            var site = await office.ResidentSiteAsync();
            await site.SignInAsync(office, card);
            foreach (var path in OnTheWay.Concat(AfterBooking).Concat(["reservation/calendar", "reservation/code.svg", "reservation/code.png", "reserve", "unavailable"]))
            {
                var page = await site.GetAsync(office.At(path));
                Assert.Equal(office.At("unavailable"), page.Address.AbsolutePath);
                told.Add(page.Text);
            }
        }

        var only = Assert.Single(told.Distinct());
        Assert.DoesNotContain("11月27日", only, StringComparison.Ordinal);
        Assert.DoesNotContain("予約番号", only, StringComparison.Ordinal);
    }

    private static readonly WhatToBring Standard = new(PaperRules.Standard);

    [Fact]
    public void What_to_bring_follows_from_who_comes_and_why_the_card_was_made()
    {
        string[] lists = [.. from kind in Enum.GetValues<RecipientKind>() from reason in Enum.GetValues<BringReason>() select string.Join('\n', Standard.For(kind, reason))];

        Assert.Contains(Standard.For(RecipientKind.Applicant, BringReason.Reissue), thing => thing.Contains("1,000円", StringComparison.Ordinal));
        Assert.DoesNotContain(Standard.For(RecipientKind.Applicant, BringReason.FirstIssue), thing => thing.Contains('円'));
        Assert.Contains(Standard.For(RecipientKind.Applicant, BringReason.Amendment), thing => thing.Contains("変更後の住所", StringComparison.Ordinal));
        Assert.Contains(Standard.For(RecipientKind.VoluntaryProxy, BringReason.FirstIssue), thing => thing.Contains("委任状", StringComparison.Ordinal));
        Assert.Contains(Standard.For(RecipientKind.VoluntaryProxy, BringReason.FirstIssue), thing => thing.Contains("診断書", StringComparison.Ordinal));
        // 本人と法定代理人 and 法定代理人のみ differ in the notice; every other pair in its authority.
        Assert.Equal(lists.Length, lists.Distinct().Count());
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_to_bring_is_found_and_printed_without_signing_in(string language)
    {
        await using var office = await OpenAsync();
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At(Of(language).Prefix + "bring?Kind=AdultGuardian&Reason=Amendment"));

        Assert.Equal(Of(language).Says(() => string.Join('|', Standard.For(RecipientKind.AdultGuardian, BringReason.Amendment))), string.Join('|', page.Document.QuerySelectorAll("main section ul li").Select(item => item.TextContent)));
        Assert.Equal("get", page.Document.QuerySelector("main form")!.GetAttribute("method"));
        Assert.Empty((await site.GetAsync(office.At(Of(language).Prefix + "bring?Kind=99&Reason=x"))).Document.QuerySelectorAll("main section:not(.tw-contact) ul li"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_card_to_be_amended_asks_for_the_papers_of_the_change(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.Staff<MarkAmendment>().RunAsync(new(cards[1].Id, true), office.ByStaff(), CancellationToken.None);
        foreach (var (card, hour) in new[] { (0, 10), (1, 11) }) await office.BookAsync(cards[card], counter, TestCounters.FirstWebDay, new TimeOnly(hour, 0));

        var texts = new List<string>();
        foreach (var card in cards)
        {
            var site = await office.ResidentSiteAsync();
            await site.SignInAsync(office, card);
            texts.Add((await site.GetAsync(office.At("reservation/print"))).Text);
        }

        Assert.DoesNotContain("変更後の住所", texts[0], StringComparison.Ordinal);
        Assert.Contains("変更後の住所", texts[1], StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Confirmation_carries_a_code_that_the_counters_scanner_checks_in(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        day.At(9, 50);
        var number = day.Booked[0].Number;
        var resident = await office.ResidentSiteAsync();
        await resident.SignInAsync(office, day.Cards[0]);

        var booking = await resident.GetAsync(office.At("en/reservation"));
        var print = await resident.GetAsync(office.At("reservation/print"));
        var svg = await resident.Client.GetAsync(new Uri(office.At("reservation/code.svg"), UriKind.Relative));
        var png = await resident.Client.GetAsync(new Uri(office.At("reservation/code.png"), UriKind.Relative));
        var drawn = await svg.Content.ReadAsStringAsync();
        var clerk = await office.StaffSiteAsync(StaffRoles.Counter);
        // As a scanner that is a keyboard sends it, the Enter at its end included.
        var arrived = await clerk.SubmitAsync(await clerk.GetAsync("/arrivals"), new() { ["Scan"] = ScanCode.OfReservation(number.Value) + "\r\n", ["CallNumber"] = "7" });

        Assert.Contains(number.Display, booking.Document.QuerySelector("img[src$='en/reservation/code.svg']")!.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.Contains(number.Display, print.Document.QuerySelector("img[src$='reservation/code.svg']")!.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType!.MediaType);
        Assert.Contains(QrSymbol.Draw($"TW:R:{number.Value}").Outline.ToSvgPathData(), drawn, StringComparison.Ordinal);
        Assert.Contains($">{number.Display}</text>", drawn, StringComparison.Ordinal);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(await png.Content.ReadAsByteArrayAsync(), 1, 3));
        Assert.Contains("受付しました", arrived.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fax_sheet_is_not_there_where_the_office_has_no_fax()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.ResidentSiteAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(office.At("fax"))).Status);
        Assert.Null((await site.GetAsync(office.At("faq"))).Document.QuerySelector("a[href$='/fax']"));
    }

    private static Language Of(string path) => Language.OfPath(path) ?? Language.Japanese;

    private static async Task<TestOffice> OpenAsync()
    {
        var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync("H1", booths: 5);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, async data =>
        {
            var settings = await data.Settings.SingleAsync();
            (settings.Telephone, settings.TelephoneHours, settings.Fax, settings.ContactMail) = ("03-0000-0001", "平日 8時30分から17時15分まで", "03-0000-0002", "madoguchi@example.jp");
            data.Add(new Article { Municipality = office.Municipality, Id = Ids.New(), Kind = ArticleKind.News, Title = "年末年始の休みについて", Body = "12月29日から1月3日まで休みます。", PublishedOn = office.Today });
            data.Add(new Article { Municipality = office.Municipality, Id = Ids.New(), Kind = ArticleKind.Faq, Title = "はがきをなくしました。", Body = "お問い合わせください。", PublishedOn = office.Today });
            return await data.SaveChangesAsync();
        });
        return office;
    }

    private static async Task<List<TestPage>> AllPagesAsync(TestOffice office, TestSite site, string language)
    {
        var prefix = Of(language).Prefix;
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var pages = new List<TestPage>();
        foreach (var path in ForEveryone) pages.Add(await site.GetAsync(office.At(prefix + path)));
        var refused = await site.SubmitAsync(pages[1]);
        pages.Add(refused);
        var persons = await site.SubmitAsync(refused, new() { ["Number"] = card.ReceptionNumber.Display, ["Password"] = card.Password.Value });
        pages.Add(await site.SubmitAsync(persons));
        var days = await site.AnswerAsync(persons);
        pages.Add(days);
        var times = await site.GetAsync(days.Document.QuerySelector("a.tw-days__link")!.GetAttribute("href")!); // a day is open
        pages.Add(times);
        await site.ChooseTimeAsync(days);
        foreach (var path in OnTheWay) pages.Add(await site.GetAsync(office.At(prefix + path)));
        await site.SubmitAsync(await site.GetAsync(office.At(prefix + "reserve/check")));
        foreach (var path in AfterBooking) pages.Add(await site.GetAsync(office.At(prefix + path)));
        return pages;
    }

    private static async Task<int> BytesAsync(TestSite site, TestPage page)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(page.Html);
        foreach (var asset in page.Document.QuerySelectorAll("link[rel=stylesheet], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asset!, UriKind.Relative)); // one of the two
            request.Headers.Add("Accept-Encoding", "br");
            using var response = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            bytes += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        return bytes;
    }
}
