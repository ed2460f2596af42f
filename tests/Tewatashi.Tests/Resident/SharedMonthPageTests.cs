using System.Net;
using Tewatashi.Counters;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Resident;

/// <summary>The free days as everyone sees them: drawn for all alike, and never old.</summary>
public sealed class SharedMonthPageTests
{
    private static readonly IReadOnlyList<WeeklyStretch> OneSeatAWeek = [new(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(9, 15), 1)];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Free_days_show_a_booking_within_two_seconds(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync(week: OneSeatAWeek);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var site = await office.ResidentSiteAsync();
        var months = office.At("months?month=2026-11");
        var before = await site.GetAsync(months);
        Assert.Contains("11月27日(金) △ 残りわずか", before.Text, StringComparison.Ordinal);

        var held = await (await office.ResidentSiteAsync()).GoToCheckAsync(office, card);
        Assert.Equal("内容を確かめてください", held.Heading);
        office.Clock.Advance(TimeSpan.FromSeconds(1));

        // A browser or proxy that asked a moment before may keep it for one more second; that makes two.
        Assert.Equal("public, max-age=1", before.Response.Headers.CacheControl!.ToString());
        Assert.Contains("11月27日(金) × 満", (await site.GetAsync(months)).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitor_with_a_session_gets_a_page_of_their_own(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var stranger = await office.ResidentSiteAsync();
        var months = new Uri(stranger.Address, office.At("months"));
        var signedIn = await SessionAsync(stranger, office, card);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });

        var first = await client.GetAsync(months);
        var own = await GetAsync(client, months, signedIn);
        var second = await client.GetAsync(months);

        var text = await own.Content.ReadAsStringAsync();
        Assert.Contains(office.At("sign-out"), text, StringComparison.Ordinal);
        Assert.StartsWith("no-store", own.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var drawnForAll = await first.Content.ReadAsStringAsync();
        Assert.Equal(drawnForAll, await second.Content.ReadAsStringAsync());
        Assert.DoesNotContain("sign-out", drawnForAll, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", drawnForAll, StringComparison.Ordinal);
        Assert.All([first, second], answer =>
        {
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("Cookie", answer.Headers.Vary.Single());
            Assert.Equal(own.Headers.GetValues("Content-Security-Policy").Single(), answer.Headers.GetValues("Content-Security-Policy").Single());
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Months_are_kept_apart_and_a_missing_counter_is_not_found_each_time(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var site = await office.ResidentSiteAsync();

        Assert.Contains("2026年11月", (await site.GetAsync(office.At("months"))).Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月", (await site.GetAsync(office.At("months?month=2026-12"))).Text, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var missing = await site.GetAsync(office.At($"months/{Guid.Empty}"));
            Assert.Equal(HttpStatusCode.NotFound, missing.Status);
            Assert.NotEmpty(missing.Heading);
            Assert.StartsWith("no-store", missing.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> SessionAsync(TestSite site, TestOffice office, NotifiedCard card)
    {
        await site.SignInAsync(office, card);
        return site.Cookies.GetCookieHeader(site.Address);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, Uri address, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookies);
        return await client.SendAsync(request);
    }
}
