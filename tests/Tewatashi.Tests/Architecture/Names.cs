using System.Text.RegularExpressions;

namespace Tewatashi.Tests.Architecture;

/// <summary>Words that hide what a type is for. `TagHelper` is the platform's own word and stays.</summary>
internal static partial class Names
{
    private static readonly string[] Empty =
        ["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Processors", "Base", "Impl"];

    /// <summary>The empty word in a type's name, or null.</summary>
    public static string? EmptyWordIn(string fullName)
    {
        var name = fullName.Split('.', '+')[^1].Split('`')[0];
        return Word().Matches(name.Replace("TagHelper", "", StringComparison.Ordinal))
            .Select(match => match.Value).FirstOrDefault(word => Empty.Contains(word));
    }

    [GeneratedRegex("[A-Z][a-z]+|[A-Z]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
