using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tewatashi.Browser.Resident;

/// <summary>What every page of the resident face must keep at every width.</summary>
internal static class PageLook
{
    /// <summary>Set to a folder, pictures of the pages are written there to be looked at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEWATASHI_SCREENSHOTS");

    /// <summary>No axe violation, no scrolling sideways at 320 px and wider, every target at least 44 px high.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        foreach (var width in new[] { 1280, 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{name} scrolls sideways at {width}.");
            if (width == 390) continue;
            var result = await page.RunAxe();
            if (result.Violations.Length > 0)
                Assert.Fail($"{name} at {width}: " + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        }

        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button:not(.tw-hidden), .tw-button, input:not([type=hidden]), select, a.tw-days__link, .tw-entries a, .tw-summary__action a, .tw-footer a, .tw-error-summary a, .tw-session')]
              .map(e => e.matches('input[type=radio], input[type=checkbox]') ? e.closest('label') : e)
              .filter(e => e.getBoundingClientRect().height < 44)
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.True(small.Length == 0, $"{name} has small targets: {string.Join('\n', small)}");
    }
}
