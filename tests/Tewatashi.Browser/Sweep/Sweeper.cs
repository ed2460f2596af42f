using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Tewatashi.Server.Commands;

namespace Tewatashi.Browser.Sweep;

/// <summary>Looks at one page of a face after the other, and knows in the end which was never looked at.</summary>
/// <param name="face"><c>staff</c> or <c>resident</c>.</param>
internal sealed class Sweeper(string face, ServedRoutes served)
{
    /// <summary>Set to a folder, pictures of the pages and what is wrong with them are written there to be looked at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEWATASHI_SCREENSHOTS");

    /// <summary>Answers that are no page for people.</summary>
    private static readonly HashSet<string> NoPages =
    [
        "/health/live", "/health/ready",
        "/imports/{id:guid}/report", // a CSV file
        "/statistics/file", // a CSV file
        "/notices/counts/file", // a CSV file
        "/board?handler=Events", // news for the script of the board
        "/desk/{cardId:guid}?handler=Live", // news for the script of the desk
        "/parcels/{id:guid}/code", // a picture
        "/{municipality}/reservation/calendar", // a calendar file
        "/{municipality}/reservation/code.{form:regex(^(svg|png)$)}", // a picture
        "/{municipality}/reserve", // leads to the step that is next
        "/{municipality}/sign-out", // leads to the first page
    ];

    private readonly ConcurrentQueue<string> faults = [];
    private readonly ConcurrentDictionary<string, bool> looked = new(StringComparer.Ordinal);
    private int pictures;

    public async Task GoAsync(IPage page, string path, string state = "")
    {
        await page.GotoAsync(path);
        await LookAsync(page, state);
    }

    /// <summary>Looks at the page that is open. A fault does not end the sweep: all are told together.</summary>
    public async Task LookAsync(IPage page, string state = "")
    {
        var number = Interlocked.Increment(ref pictures);
        var address = new Uri(page.Url);
        if (served.Of(address) is { } route) looked[route] = true;
        var name = $"{address.AbsolutePath} {state}".TrimEnd();
        var found = new List<string>(await Axe.FaultsAsync(page));
        found.AddRange(await PageFaults.KeyboardAsync(page));
        found.AddRange(await PageFaults.TemplateAsync(page));
        if (face == "resident") found.AddRange(await PageFaults.SmallTargetsAsync(page));
        foreach (var (width, height) in new[] { (320, 700), (390, 800), (1280, 900) })
        {
            // An office's tables are wide; a resident's old telephone is not.
            if (width == 320 && face != "resident") continue;
            await page.SetViewportSizeAsync(width, height);
            found.AddRange((await PageFaults.SidewaysAsync(page)).Select(fault => $"at {width}: {fault}"));
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, FileName(number, name, width)), FullPage = true });
        }

        // The narrow page is another page: what is a row there is a card here.
        if (face == "resident")
        {
            await page.SetViewportSizeAsync(320, 700);
            found.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"at 320: {fault}"));
            await page.SetViewportSizeAsync(1280, 900);
        }

        Tell(found.Select(fault => $"{name}: {fault}"));
    }

    /// <summary>Sends every form of the page with nonsense in each field, and looks at what it says.</summary>
    public async Task SendNonsenseAsync(IPage page)
    {
        var address = page.Url;
        var forms = await page.EvaluateAsync<int[]>(
            """
            () => [...document.querySelectorAll('main form[method=post]')].map((form, i) => [form, i])
              .filter(([form]) => form.querySelector('input:is([type=text], [type=password], [type=email], [type=tel], [type=number], :not([type])), textarea')).map(([, i]) => i)
            """);
        foreach (var form in forms)
        {
            if (page.Url != address || form != forms[0]) await page.GotoAsync(address);
            await page.EvaluateAsync(
                """
                i => {
                  const form = document.querySelectorAll('main form[method=post]')[i];
                  for (const field of form.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea')) field.value = field.type === 'number' ? '-1' : '＊';
                  const button = form.querySelector('button');
                  if (button?.hasAttribute('formaction')) form.action = button.formAction;
                  if (button?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
                  form.removeAttribute('target');
                  window.left = true;
                  form.submit();
                }
                """, form);
            await ArriveAsync(page);
            await LookAsync(page, string.Create(CultureInfo.InvariantCulture, $"nonsense in form {form + 1}"));
        }
    }

    /// <summary>A part of the sweep; where it does not come to its end, the others still do.</summary>
    public async Task PartAsync(Func<Task> visits)
    {
        try
        {
            await visits();
        }
        catch (Exception stopped) when (stopped is PlaywrightException or TimeoutException or Xunit.Sdk.XunitException or InvalidOperationException)
        {
            faults.Enqueue($"A part of the sweep stopped: {stopped}");
        }
    }

    /// <summary>Presses what stands in the page's main part, and waits for the page that comes.</summary>
    /// <param name="whole">The text is all that is said there.</param>
    public static async Task PressAsync(IPage page, string text, bool whole = true)
    {
        await page.EvaluateAsync("() => { window.left = true; }");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = text, Exact = whole }).Or(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = text, Exact = whole })).First.ClickAsync();
        await ArriveAsync(page);
    }

    /// <summary>Every page was looked at, and none had a fault.</summary>
    public async Task EndAsync()
    {
        var pages = (await RoutesCommand.ListAsync()).Where(row => row.Face == face && row.Method == "GET").Select(row => row.Path);
        Tell(pages.Where(path => !NoPages.Contains(path) && !looked.ContainsKey(path)).Select(path => $"{path}: nobody looked at this page; add a visit here, with its states."));
        if (Pictures is not null) await File.AppendAllLinesAsync(Path.Combine(Pictures, "faults.txt"), faults);
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Distinct()));
    }

    private void Tell(IEnumerable<string> found)
    {
        foreach (var fault in found) faults.Enqueue(fault);
    }

    private static async Task ArriveAsync(IPage page)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("() => !window.left && document.readyState === 'complete'")) return;
            }
            catch (PlaywrightException)
            {
                // Asked between two pages.
            }

            await Task.Delay(30, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"No other page came after {page.Url}.");
    }

    private string FileName(int number, string name, int width) =>
        string.Create(CultureInfo.InvariantCulture, $"{face}-{number:D3}{System.Text.RegularExpressions.Regex.Replace(name, "[^a-z0-9]+", "-", System.Text.RegularExpressions.RegexOptions.IgnoreCase)}-{width}.png");
}
