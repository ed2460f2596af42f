using Microsoft.Playwright;

namespace Tewatashi.Browser.Journey;

/// <summary>
/// A trained clerk without a mouse, whose acts are counted while they are done and added up by the Keystroke-Level Model (S. K. Card, T. P. Moran, A. Newell:
/// "The keystroke-level model for user performance time with interactive systems", Communications of the ACM 23 (1980) 7, pages 396 to 410). The model speaks of a practised person who makes
/// no mistake; nothing here is timed, so that the sum is the same on every machine.
/// </summary>
/// <remarks>Talking, and looking at a card, at a paper or at a face, are no acts at the screen and are not in the sum.</remarks>
public sealed class Keystrokes(IPage page)
{
    /// <summary>K, a key pressed, by an average typist (40 words a minute) who is no secretary; a good one has 0.20.</summary>
    public const double KeySeconds = 0.28;

    /// <summary>M, getting ready for the next part of the task. By the model's rule 2, keys that belong to one part have one M together.</summary>
    public const double DecisionSeconds = 1.35;

    /// <summary>Not of the model: a label held under a scanner at hand, one act for all its letters and its Enter.</summary>
    public const double ScanSeconds = 1.5;

    /// <summary>R, what the system lets one wait, for each answer: an office's slow line. A page of ours takes a tenth of it.</summary>
    public const double WaitSeconds = 1.0;

    private int keys;
    private int decisions;
    private int scans;
    private int waits;

    public double Seconds => (keys * KeySeconds) + (decisions * DecisionSeconds) + (scans * ScanSeconds) + (waits * WaitSeconds);

    /// <summary>The sum with its parts, for whoever reads that it is too much.</summary>
    public override string ToString() => FormattableString.Invariant($"{keys} keys, {decisions} decisions, {scans} scans, {waits} answers: {Seconds:0.0} s");

    /// <summary>The next part of the task begins.</summary>
    public void Decide() => decisions++;

    public async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        keys += text.Length;
    }

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        keys++;
    }

    /// <summary>On with the tabulator, each press counted, until an element has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
            await PressAsync("Tab");
        }

        Assert.Fail($"The tabulator does not come to {selector} on {page.Url}.");
    }

    /// <summary>The page itself has put the focus where the next act begins.</summary>
    public Task FocusIsOnAsync(string selector) => Assertions.Expect(page.Locator(selector)).ToBeFocusedAsync(new() { Timeout = 30_000 });

    /// <summary>Enter, and the answer with these words.</summary>
    public async Task EnterAsync(string answer)
    {
        await PressAsync("Enter");
        await SeeAsync(answer);
    }

    /// <summary>A scanner types and presses Enter; then the answer with these words.</summary>
    public async Task ScanAsync(string code, string answer)
    {
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        scans++;
        await SeeAsync(answer);
    }

    private async Task SeeAsync(string answer)
    {
        waits++;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(answer, new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
