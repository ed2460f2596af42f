using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Tewatashi.Browser;

/// <summary>
/// axe-core on the page that is open. Run in the page itself and asked for what is wrong alone: the package's own way opens a second
/// page for each look and carries over everything that is right, which took four times as long.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What breaks a rule, each with the elements that do; empty where nothing does.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .map(row => `${row.id}: ${row.help}: ` + row.nodes.map(node => node.html).join(' | '))
            """);
    }
}
