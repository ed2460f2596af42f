using Microsoft.Playwright;

namespace Tewatashi.Browser.Journey;

/// <summary>One person's way through pages: what every step does besides, so that the journey reads as the person's own acts.</summary>
/// <param name="axe">Whether each page is scanned for accessibility on the way.</param>
public sealed class Walk(IPage page, bool axe)
{
    /// <summary>Set to a folder, a picture of every page on the way is written there to be looked at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEWATASHI_SCREENSHOTS");

    private static int pictures;

    public IPage Page => page;

    public async Task GoAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Presses a button or follows a link by what stands on it, and waits for the page.</summary>
    public async Task PressAsync(string text, bool exact = true)
    {
        var main = page.Locator("main");
        var target = main.GetByRole(AriaRole.Button, new() { Name = text, Exact = exact }).Or(main.GetByRole(AriaRole.Link, new() { Name = text, Exact = exact }));
        await target.First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await LookAsync();
    }

    public Task FillAsync(string label, string text) => page.Locator("main").GetByLabel(label).First.FillAsync(text);

    public Task ChooseAsync(string label) => page.Locator("main").GetByLabel(label).First.CheckAsync();

    /// <summary>As a scanner: the text, Enter, and the answer on the page.</summary>
    public async Task ScanAsync(string code, string answer)
    {
        await page.Locator("[data-tw-scan]").FillAsync(code);
        await page.Locator("[data-tw-scan]").PressAsync("Enter");
        await SeeAsync(answer);
        await LookAsync();
    }

    /// <summary>Goes on with the tabulator until it comes to an element, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 120; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The tabulator does not come to {selector} on {page.Url}.");
    }

    /// <summary>Presses a key on the element that has the focus, and waits for the page that comes.</summary>
    public async Task KeyToNextPageAsync(string key)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page).Not.ToHaveURLAsync(before, new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await LookAsync();
    }

    public Task SeeAsync(string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <summary>Nothing hangs over the side, and axe finds nothing.</summary>
    private async Task LookAsync()
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, FormattableString.Invariant($"{Interlocked.Increment(ref pictures):D3}-{page.ViewportSize?.Width}{new Uri(page.Url).AbsolutePath.Replace('/', '-')}.png")), FullPage = true });
        if (!axe) return;
        var found = await Axe.FaultsAsync(page);
        if (found.Count > 0) Assert.Fail($"{page.Url}\n{string.Join('\n', found)}");
    }
}
