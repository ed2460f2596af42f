using System.Xml.Linq;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Architecture;

public sealed class DependencyListTests
{
    [Fact]
    public void Every_direct_package_is_justified_and_no_other()
    {
        Assert.Empty(DependencyList.Differences(
            Checkout.Read("Directory.Packages.props"),
            string.Join('\n', Checkout.Read("docs/dependencies.md").Split('\n').Where(line => !line.StartsWith("| package |", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Direct_packages_are_fewer_than_25()
    {
        Assert.InRange(XDocument.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion").Count(), 1, 24);
    }

    [Fact]
    public void An_unjustified_a_half_justified_and_a_stale_package_are_found()
    {
        var differences = DependencyList.Differences(
            """<Project><PackageVersion Include="Justified" /><PackageVersion Include="New" /><PackageVersion Include="Half" /></Project>""",
            """
            | Justified | src | MIT | 2026-10 | reads files |
            | Half | src |  | 2026-10 | reads files |
            | Gone | src | MIT | 2026-10 | read files |
            """);

        Assert.Equal(["Half has no row", "New has no row", "Gone is no package any more"], differences);
    }
}
