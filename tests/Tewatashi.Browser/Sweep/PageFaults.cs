using Microsoft.Playwright;

namespace Tewatashi.Browser.Sweep;

/// <summary>What is wrong with the page that is open.</summary>
internal static class PageFaults
{
    public static async Task<IEnumerable<string>> SidewaysAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (over <= 0) return [];
          const widest = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 3);
          return [`scrolls ${over} px sideways: ` + widest.map(e => e.outerHTML.slice(0, 120)).join(' | ')];
        }
        """);

    /// <summary>What stands on the page as the template's own text: an expression behind a letter is taken for a mail address.</summary>
    public static async Task<IEnumerable<string>> TemplateAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>("() => document.body.innerText.match(/@[A-Za-z]+[.(][^\\s]*/g) ?? []")).Where(text => !text.Contains("example.jp", StringComparison.Ordinal)).Select(text => $"template text: {text}");

    /// <summary>Everything that can be pressed or filled in is reached by the keyboard, and shows when it has the focus.</summary>
    public static async Task<IEnumerable<string>> KeyboardAsync(IPage page)
    {
        // The last thing used is the keyboard: only then browsers show where the focus is.
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>(
            """
            () => {
              const faults = [];
              const look = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.textDecoration, s.backgroundColor].join(); };
              const looks = e => [e, e.closest('label'), e.parentElement, e.nextElementSibling].filter(Boolean).map(look).join(';');
              const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => !e.disabled && !e.closest('[aria-hidden=true]') && e.checkVisibility({ visibilityProperty: true }));
              for (const e of all) {
                document.activeElement?.blur();
                const without = looks(e);
                e.focus({ preventScroll: true });
                if (e.tabIndex < 0 || document.activeElement !== e) faults.push('not reached by keyboard: ' + e.outerHTML.slice(0, 120));
                else if (looks(e) === without) faults.push('focus is not seen: ' + e.outerHTML.slice(0, 120));
              }
              return faults;
            }
            """);
    }

    public static async Task<IEnumerable<string>> SmallTargetsAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button:not(.tw-hidden), .tw-button, input:not([type=hidden]), select, a.tw-days__link, .tw-entries a, .tw-summary__action a, .tw-footer a, .tw-error-summary a, .tw-session')]
              .map(e => e.matches('input[type=radio], input[type=checkbox]') ? e.closest('label') : e)
              .filter(e => e.getBoundingClientRect().height < 44)
              .map(e => e.outerHTML.slice(0, 120))
            """)).Select(html => $"smaller than 44 px: {html}");
}
