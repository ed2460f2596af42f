using System.Net;
using AngleSharp.Dom;
using Tewatashi.Resident.Resources;
using Tewatashi.Testing;
using Tewatashi.Text;

namespace Tewatashi.Tests.Resident;

/// <summary>The languages of the resident face as addresses: <c>/{code}/{language}/...</c>.</summary>
public sealed class LanguagePageTests
{
    public static TheoryData<string> Paths => [.. Language.All.Select(language => language.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task First_page_speaks_the_language_of_its_address_and_links_to_the_others(string path)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var language = Language.OfPath(path) ?? Language.Japanese;
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At(language.Prefix));

        Assert.Equal(language.Voice, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language.Says(() => ResidentTexts.HomeTitle), page.Heading);
        var links = page.Document.QuerySelectorAll("head link[rel=alternate]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)); // written by the layout
        Assert.Equal(Language.All.Select(other => (other.Tag, office.At(other.Prefix))), links);
        Assert.Equal(language.Name, page.Document.QuerySelector(".tw-languages [aria-current]")!.TextContent);
        Assert.Equal(Language.All.Count - 1, page.Document.QuerySelectorAll(".tw-languages a[hreflang][lang]").Length);
        Assert.All(page.Document.QuerySelectorAll("main a[href^='/'], footer a[href^='/']"), link => Assert.StartsWith(office.At(language.Prefix), link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sign-in?n=1234567894&to=reservation")]
    [InlineData("months?month=2026-12")]
    [InlineData("faq")]
    public async Task Switch_keeps_the_place_and_what_was_asked(string place)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync();
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At("zh/" + place));

        Assert.Equal(Language.All.Where(language => language.Path != "zh").Select(language => office.At(language.Prefix + place)), page.Document.QuerySelectorAll(".tw-languages a").Select(link => link.GetAttribute("href")!)); // links have one
    }

    [Theory]
    [InlineData("fr/")]
    [InlineData("fr/faq")]
    [InlineData("ja/")]
    [InlineData("EN/faq")]
    [InlineData("en/en/faq")]
    [InlineData("api/faq")]
    [InlineData("health/live")]
    public async Task Unknown_language_is_not_found(string path)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.ResidentSiteAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(office.At(path))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/en/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Error_page_speaks_the_language_of_the_address_that_failed()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.ResidentSiteAsync();

        var page = await site.GetAsync(office.At("en/nowhere"));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Language.English.Says(() => ResidentTexts.ErrorNotFoundTitle), page.Heading);
        Assert.Equal(office.At("en/"), page.Document.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Stranger_is_sent_to_the_sign_in_of_the_language()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        var site = await office.ResidentSiteAsync();

        Assert.Equal(office.At("ko/sign-in"), (await site.GetAsync(office.At("ko/reservation"))).Address.AbsolutePath);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_change_and_cancellation_keep_the_language_on_every_page(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var pages = new List<TestPage>();
        async Task<TestPage> See(Task<TestPage> coming)
        {
            pages.Add(await coming);
            return pages[^1];
        }

        var persons = await See(site.SubmitAsync(await See(site.GetAsync(office.At("en/sign-in"))), new() { ["Number"] = card.ReceptionNumber.Display, ["Password"] = card.Password.Value }));
        var refused = await See(site.SubmitAsync(persons, new() { ["Count"] = "1" }));
        var mail = await See(site.ChooseTimeAsync(await See(site.AnswerAsync(refused)), "10:00"));
        var check = await See(site.SubmitAsync(mail));
        var booked = await See(site.SubmitAsync(check));
        await See(site.GetAsync(office.At("en/reservation/print")));
        var changed = await See(site.SubmitAsync(await See(site.ChooseTimeAsync(await See(site.GetAsync(office.At("en/change/place"))), "11:30"))));
        await See(site.SubmitAsync(await See(site.GetAsync(office.At("en/reservation/cancel")))));
        await See(site.GetAsync(office.At("en/sign-out")));

        Assert.Contains("Friday, 27 November 2026", check.Text, StringComparison.Ordinal);
        Assert.Equal(Language.English.Says(() => ResidentTexts.ReservationDoneTitle), booked.Heading);
        Assert.Contains("11:30", changed.Text, StringComparison.Ordinal);
        Assert.All(pages, page =>
        {
            Assert.StartsWith(office.At("en/"), page.Address.AbsolutePath, StringComparison.Ordinal);
            Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
            var own = page.Document.QuerySelectorAll("a[href^='/']:not([hreflang]), form[action^='/'], button[formaction^='/']").Select(Target);
            Assert.All(own, address => Assert.StartsWith(office.At("en/"), address, StringComparison.Ordinal));
        });
    }

    private static string Target(IElement element) => element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("formaction") ?? "";
}
