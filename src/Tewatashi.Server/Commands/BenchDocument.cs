using System.Globalization;
using System.Text;
using Tewatashi.Bench;
using Tewatashi.Time;

namespace Tewatashi.Server.Commands;

/// <summary>What was measured as a page of the documents: the part between two marks is written anew, the rest stays.</summary>
internal static class BenchDocument
{
    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    public static async Task WriteAsync(string path, IReadOnlyList<Measurement> results, string command, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new RefusedException($"{path} に {Begin} と {End} がありません。");
        await File.WriteAllTextAsync(path, text[..(begin + Begin.Length)] + "\n" + Table(results, command) + text[end..], cancellationToken);
    }

    private static string Table(IReadOnlyList<Measurement> results, string command)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"`{command}` on {JapanTime.Today(TimeProvider.System):yyyy-MM-dd}: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, .NET {Environment.Version}.\n\n");
        table.Append("| bench | promise | limit | measured | ratio | wanted | holds |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var one in results)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| {one.Bench} | {one.Promise}{(one.Remark is null ? "" : $"<br>{one.Remark}")} | {one.Limit:F2} | {one.Measured:F2} | {one.Ratio:F3} | {(one.AtMost ? "≤" : "≥")} {one.Wanted:0.##} | {(one.Holds ? "yes" : "**no**")} |\n");
        }

        return table.ToString();
    }
}
