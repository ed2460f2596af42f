using Microsoft.Playwright;
using Tewatashi.Testing;
using Tewatashi.Text;

namespace Tewatashi.Browser.Resident;

/// <summary>The resident face for people who set their browser to large type or to high contrast.</summary>
public sealed class LargeTypeTests : IAsyncLifetime
{
    private const int NarrowTelephone = 320;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEWATASHI_SCREENSHOTS");

    private IPlaywright? playwright;
    private IBrowser browser = null!; // set before any test

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            // The reader's own setting of the size of type: 32 px, twice the usual.
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--blink-settings=defaultFontSize=32"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright?.Dispose();
    }

    public static TheoryData<string> Paths => [.. Language.All.Select(language => language.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task Type_of_twice_the_size_cuts_nothing_and_scrolls_nothing_sideways_at_320_px(string path)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await using var context = await browser.NewContextAsync(new() { BaseURL = (await office.ResidentSiteAsync()).Address.ToString(), ViewportSize = new() { Width = NarrowTelephone, Height = 640 } });

        await WalkAsync(office, await context.NewPageAsync(), path, async (page, name) =>
        {
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"large-{path}-{name}.png"), FullPage = true });
            Assert.Equal("32px", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => {
                  const told = e => `${e.tagName}.${e.className} ${(e.textContent || '').trim().slice(0, 40)}`;
                  const readOutOnly = e => { const s = getComputedStyle(e); return s.clipPath !== 'none' || e.closest('.tw-hidden, .tw-skip'); };
                  const shown = [...document.body.querySelectorAll('*')].filter(e => e.getClientRects().length && !readOutOnly(e) && !(e.parentElement && readOutOnly(e.parentElement)));
                  const out = shown.filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.tw-month thead')).map(e => 'sideways: ' + told(e));
                  const cut = shown.filter(e => !e.matches('input, select, textarea') && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && !e.matches('html, body')).map(e => 'cut: ' + told(e));
                  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) out.push('the page');
                  return [...out, ...cut];
                }
                """));
        });
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task High_contrast_keeps_every_border_and_mark(string path)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);
        await using var context = await browser.NewContextAsync(new() { BaseURL = (await office.ResidentSiteAsync()).Address.ToString(), ViewportSize = new() { Width = 390, Height = 800 }, ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });

        await WalkAsync(office, await context.NewPageAsync(), path, async (page, name) =>
        {
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"contrast-{path}-{name}.png"), FullPage = true });
            Assert.True(await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches"));
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => {
                  const told = e => `${e.tagName}.${e.className} ${(e.textContent || '').trim().slice(0, 40)}`;
                  const ground = getComputedStyle(document.body).backgroundColor;
                  const bordered = e => { const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) > 0 && s.borderTopStyle !== 'none' && s.borderTopColor !== ground; };
                  const shown = selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length);
                  return [
                    ...shown('.tw-button, .tw-input, .tw-panel, .tw-banner, .tw-month__day, .tw-entries > li').filter(e => !bordered(e)).map(e => 'no border: ' + told(e)),
                    ...shown('body *').filter(e => e.children.length === 0 && e.textContent.trim() && getComputedStyle(e).color === ground && getComputedStyle(e).backgroundColor !== 'rgb(255, 255, 255)' && getComputedStyle(e).forcedColorAdjust !== 'none' && !e.closest('[aria-current]')).map(e => 'unseen: ' + told(e)),
                  ];
                }
                """));
        });
    }

    /// <summary>From the first page to the booking and its printed sheet.</summary>
    private static async Task WalkAsync(TestOffice office, IPage page, string path, Func<IPage, string, Task> look)
    {
        await office.AddCounterAsync("H1");
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var prefix = Language.OfPath(path)?.Prefix ?? "";
        foreach (var (open, name) in new[] { ("", "home"), ("months", "months"), ("months?view=list", "list"), ("bring?Kind=SubProxy&Reason=Reissue", "bring"), ("cannot-come", "cannot-come"), ("sign-in", "sign-in") })
        {
            await page.GotoAsync(office.At(prefix + open));
            await look(page, name);
        }

        Task PressAsync() => page.Locator("main .tw-button--primary").First.ClickAsync();
        await PressAsync();
        await look(page, "sign-in-errors");
        await page.Locator("#Number").FillAsync(card.ReceptionNumber.Display);
        await page.Locator("#Password").FillAsync(card.Password.Value);
        await PressAsync();
        await look(page, "persons");
        await page.Locator("input[name='Persons[0].Kind'][value=Applicant]").CheckAsync();
        await PressAsync();
        await look(page, "days");
        await page.Locator("a.tw-days__link").First.ClickAsync();
        await page.Locator("input[name=StartsAt]").First.CheckAsync();
        await look(page, "times");
        await PressAsync();
        await look(page, "mail");
        await PressAsync();
        await look(page, "check");
        await PressAsync();
        await look(page, "booked");
        await page.GotoAsync(office.At(prefix + "reservation/print"));
        await look(page, "print");
    }
}
