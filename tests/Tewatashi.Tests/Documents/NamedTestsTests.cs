using System.Text.RegularExpressions;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Documents;

/// <summary>docs/proof.md names tests: every one of them is there. Read from the sources, so that tests in the browser count too.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly Lazy<ILookup<string, string>> Methods = new(() => Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Select(File.ReadAllText)
        .SelectMany(text => TestMethod().Matches(text).Select(match => (Class: TestClass().Match(text).Groups["name"].Value, Method: match.Groups["name"].Value)))
        .ToLookup(row => row.Class, row => row.Method));

    [Fact]
    public async Task Every_test_that_the_proof_names_is_there()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "proof.md"));

        var named = Names(text).ToList();

        Assert.True(named.Count > 80);
        Assert.DoesNotContain(named, name => !IsThere(name));
    }

    [Fact]
    public async Task Every_promise_of_the_proof_names_a_test_or_a_bench()
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "docs", "proof.md"))).SkipWhile(line => !line.StartsWith("| promise", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).ToList();

        Assert.True(rows.Count > 40);
        Assert.DoesNotContain(rows, row => !Names(row).Any() && !row.Contains("bench `", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("`NamedTestsTests.No_such_method`")]
    [InlineData("`NoSuchTests.Every_test_that_the_proof_names_is_there`")]
    public void Name_of_a_test_that_is_not_there_is_found_missing(string text) => Assert.False(IsThere(Assert.Single(Names(text))));

    private static IEnumerable<string> Names(string text) => Named().Matches(text).Select(match => match.Groups["name"].Value);

    private static bool IsThere(string name) => name.Split('.') is [var type, var method] ? Methods.Value[type].Contains(method) : Methods.Value.Contains(name);

    [GeneratedRegex(@"class (?<name>\w+)")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"`(?<name>[A-Z][A-Za-z]*Tests(\.[A-Z][A-Za-z0-9_]*)?)`")]
    private static partial Regex Named();

    // A fact or a theory with what stands between its attributes and its name.
    [GeneratedRegex(@"\[(Fact|Theory)[^\n]*\]\s*(\[[^\n]*\]\s*)*public (async Task|Task|void) (?<name>[A-Za-z0-9_]+)\(")]
    private static partial Regex TestMethod();
}
