using Tewatashi.Testing;

namespace Tewatashi.Tests.Documents;

/// <summary>
/// The documents in docs/generated/ say what the code says. After a change: <c>TEWATASHI_WRITE_DOCUMENTS=1</c> and run these tests once;
/// they write the documents anew.
/// </summary>
public sealed class GeneratedDocumentsTests
{
    private const string Variable = "TEWATASHI_WRITE_DOCUMENTS";

    [Fact]
    public Task Lifecycles_are_those_of_the_machines() => HoldAsync("lifecycles.md", LifecyclesDocument.Write());

    [Fact]
    public Task Operations_are_those_of_the_log() => HoldAsync("operations.md", OperationsDocument.Write());

    [Fact]
    public async Task Routes_are_those_of_the_faces() => await HoldAsync("routes.md", await RoutesDocument.WriteAsync());

    [Fact]
    public async Task Schema_is_that_of_the_databases() => await HoldAsync("schema.md", await SchemaDocument.WriteAsync());

    [Fact]
    public Task Qr_codes_are_those_that_scans_understand() => HoldAsync("qr-codes.md", QrCodesDocument.Write());

    private static async Task HoldAsync(string name, string written)
    {
        var path = Path.Combine(Checkout.Root, "docs", "generated", name);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // has a folder
            await File.WriteAllTextAsync(path, written);
        }

        Assert.True(File.Exists(path), $"docs/generated/{name} is missing: run with {Variable}=1.");
        var there = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").Split('\n');
        var wanted = written.Split('\n');
        var different = Enumerable.Range(0, Math.Max(there.Length, wanted.Length)).FirstOrDefault(i => there.ElementAtOrDefault(i) != wanted.ElementAtOrDefault(i), -1);
        Assert.True(different < 0, $"docs/generated/{name} is behind the code at line {different + 1}: run with {Variable}=1.\nthere: {there.ElementAtOrDefault(different)}\ncode:  {wanted.ElementAtOrDefault(different)}");
    }
}
