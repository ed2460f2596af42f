using System.Text.Json;
using Microsoft.Playwright;
using Tewatashi.Testing;

namespace Tewatashi.Browser.Resident;

/// <summary>A resident on a slow line: 50 kbit/s, where 128 kbit/s is what telephone contracts fall to. Scripts and fonts never arrive.</summary>
public sealed class SlowLineTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Of HTML and styles on the line, headers included: what a page needs to be read, as promised of every page without its fonts.</summary>
    private const double MostBytes = 100_000;

    private const int BytesPerSecond = 50_000 / 8;
    private const int LatencyMilliseconds = 300;

    [Fact]
    public async Task Booking_is_read_and_made_before_scripts_and_fonts_arrive_and_each_page_needs_few_bytes()
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await office.AddCounterAsync();
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = (await office.ResidentSiteAsync()).Address.ToString(), ViewportSize = new() { Width = 360, Height = 740 } });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await using var line = await SlowLine.OpenAsync(page);
        var all = 0.0;

        await page.GotoAsync(office.At(""), new() { WaitUntil = WaitUntilState.Commit });
        await SeenAsync("予約");
        await page.GotoAsync(office.At("sign-in"), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("#Number").FillAsync(card.ReceptionNumber.Display);
        await page.Locator("#Password").FillAsync(card.Password.Value);
        await PressAsync("どなたが受け取りに来ますか");
        await page.Locator("input[name='Persons[0].Kind'][value=Applicant]").CheckAsync();
        await PressAsync("日を選");
        await page.Locator("a.tw-days__link").First.ClickAsync(NoWait);
        await page.Locator("input[name=StartsAt]").First.CheckAsync();
        await PressAsync("メール");
        await PressAsync("まだ予約は終わっていません");
        await PressAsync("予約しました");
        await SeenAsync("予約番号");

        Assert.True(all > MostBytes / 2, "The line counts what comes over it.");
        Assert.NotEmpty(line.Waiting);
        Assert.Contains(line.Waiting, url => url.Contains("/js/", StringComparison.Ordinal));
        Assert.Contains(line.Waiting, url => url.EndsWith(".woff2", StringComparison.Ordinal));

        async Task PressAsync(string next)
        {
            await page.Locator("main .tw-button--primary").First.ClickAsync(NoWait);
            await SeenAsync(next);
        }

        async Task SeenAsync(string words)
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 60_000 });
            // Read to its end and styled; then shown in another font until ours is there.
            await page.WaitForFunctionAsync("() => document.readyState !== 'loading' && getComputedStyle(document.body).fontFamily.includes('Noto Sans JP')");
            Assert.Equal(["swap"], await page.EvaluateAsync<string[]>("() => [...new Set([...document.fonts].map(font => font.display))]"));
            var bytes = line.Bytes();
            all += bytes;
            TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"{page.Url} {bytes}"));
            Assert.True(bytes < MostBytes, FormattableString.Invariant($"{page.Url} needs {bytes} bytes to be read."));
        }
    }

    private static LocatorClickOptions NoWait => new() { Timeout = 60_000 };

    /// <summary>A line that is slow for what a page needs to be read, and that never brings the rest.</summary>
    private sealed class SlowLine : IAsyncDisposable
    {
        private readonly ICDPSession session;
        private readonly Dictionary<string, string> kinds = [];
        private readonly List<IRoute> held = [];
        private double bytes;

        private SlowLine(ICDPSession session) => this.session = session;

        /// <summary>Scripts and fonts that were asked for and did not come.</summary>
        public IEnumerable<string> Waiting => held.Select(route => route.Request.Url);

        public static async Task<SlowLine> OpenAsync(IPage page)
        {
            var line = new SlowLine(await page.Context.NewCDPSessionAsync(page));
            await page.RouteAsync("**/*", route =>
            {
                if (route.Request.ResourceType is not ("script" or "font")) return route.ContinueAsync();
                line.held.Add(route);
                return Task.CompletedTask;
            });
            line.session.Event("Network.responseReceived").OnEvent += (_, message) => line.Begun(message);
            line.session.Event("Network.loadingFinished").OnEvent += (_, message) => line.Ended(message);
            await line.session.SendAsync("Network.enable");
            await line.session.SendAsync("Network.emulateNetworkConditions", new()
            {
                ["offline"] = false,
                ["latency"] = LatencyMilliseconds,
                ["downloadThroughput"] = BytesPerSecond,
                ["uploadThroughput"] = BytesPerSecond,
            });
            return line;
        }

        /// <summary>Of HTML and styles since it was last asked.</summary>
        public double Bytes() => Interlocked.Exchange(ref bytes, 0);

        public async ValueTask DisposeAsync()
        {
            foreach (var route in held) await route.AbortAsync();
            await session.DetachAsync();
        }

        private void Begun(JsonElement? message)
        {
            if (message is { } told) kinds[told.GetProperty("requestId").GetString() ?? ""] = told.GetProperty("type").GetString() ?? "";
        }

        private void Ended(JsonElement? message)
        {
            if (message is { } told && kinds.GetValueOrDefault(told.GetProperty("requestId").GetString() ?? "") is "Document" or "Stylesheet") bytes += told.GetProperty("encodedDataLength").GetDouble();
        }
    }
}
