using System.Text.RegularExpressions;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Audit;

/// <summary>The outcomes that stand in the source of the use cases, in calls of <c>Record</c> and <c>AbandonRecording</c>.</summary>
internal static partial class RecordedOutcomes
{
    public static IEnumerable<string> InSource() => Calls().SelectMany(call => Words().Matches(call.Outcome)).Select(match => match.Groups["word"].Value);

    /// <summary>Calls whose outcome is neither a literal nor a name.</summary>
    public static IEnumerable<string> NotWords() => Calls().Where(call => !Words().IsMatch(call.Outcome)).Select(call => $"{call.File}: {call.Outcome}");

    private static IEnumerable<(string File, string Outcome)> Calls() =>
        from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "Tewatashi"), "*.cs", SearchOption.AllDirectories)
        let parts = file.Split(Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin") && parts[^1] != "Work.cs"
        from call in Recordings().Matches(File.ReadAllText(file))
        select (parts[^1], call.Groups["outcome"].Value.Trim());

    /// <summary>The first argument: up to a comma or the end of the call, brackets in it balanced.</summary>
    [GeneratedRegex(@"\.(Record|AbandonRecording)\((?<outcome>([^,()]|\([^()]*\))+)[,)]")]
    private static partial Regex Recordings();

    [GeneratedRegex(@"nameof\((\w+\.)*(?<word>\w+)\)|""(?<word>\w+)""")]
    private static partial Regex Words();
}
