using System.Text.RegularExpressions;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Architecture;

/// <summary>Nothing that is written down may depend on, or tell of, the machine somebody wrote it on.</summary>
public sealed partial class MachinePathTests
{
    private static readonly string[] Written =
        [".cs", ".cshtml", ".csproj", ".props", ".slnx", ".md", ".json", ".js", ".css", ".sql", ".txt", ".cmd", ".sh", ".yml", ".resx", ""];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var files = Checkout.Files().Where(file => Written.Contains(Path.GetExtension(file))).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            where !file.EndsWith($"/{nameof(MachinePathTests)}.cs", StringComparison.Ordinal)
            from match in MachinePath().Matches(Checkout.Read(file))
            select $"{file}: {match.Value}");
    }

    [Theory]
    [InlineData("see /work/trial/README.md", true)]
    [InlineData("\"/root/.nuget/packages\"", true)]
    [InlineData("/home/taro/src", true)]
    [InlineData(@"C:\Users\taro\src", true)]
    [InlineData("/tmp/trial.db", true)]
    [InlineData("${TMPDIR:-/tmp}", false)]
    [InlineData("https://www.example.jp/work/list", false)]
    [InlineData("/usr/bin/env bash", false)]
    [InlineData("homework/root/tmp", false)]
    public void A_machine_path_is_told_from_an_address(string text, bool found)
    {
        Assert.Equal(found, MachinePath().IsMatch(text));
    }

    [GeneratedRegex(@"(?<![\w.\-/}])/(work|root|home|tmp)/[\w.]|[A-Za-z]:\\Users\\", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();
}
