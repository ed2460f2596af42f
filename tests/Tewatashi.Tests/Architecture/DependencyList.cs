using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tewatashi.Tests.Architecture;

/// <summary>Compares the packages the build knows with the page that justifies each of them.</summary>
internal static partial class DependencyList
{
    public static IReadOnlyList<string> Differences(string packagesProps, string page)
    {
        var known = XDocument.Parse(packagesProps).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")?.Value ?? "").ToHashSet();
        var justified = Row().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();
        return
        [
            .. known.Except(justified).Select(package => $"{package} has no row").Order(StringComparer.Ordinal),
            .. justified.Except(known).Select(package => $"{package} is no package any more").Order(StringComparer.Ordinal),
        ];
    }

    // A row names the package and four things about it, none of them blank.
    [GeneratedRegex(@"^\| ([\w.]+) \|(?: *[^|\s][^|]*\|){4}", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
