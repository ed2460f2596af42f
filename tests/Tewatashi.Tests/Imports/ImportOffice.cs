using System.Text;
using Tewatashi.Audit;
using Tewatashi.Imports;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>Imports small files as the command does.</summary>
internal static class ImportOffice
{
    public static Task<ImportFromFile.Outcome> ImportAsync(this TestOffice office, string text, bool dryRun = false, bool allOrNothing = false, RefusedRowsReport? report = null) =>
        office.ImportAsync(ShipmentText.Cp932.GetBytes(text), ImportProfile.Standard, dryRun, allOrNothing, report);

    public static Task<ImportFromFile.Outcome> ImportAsync(
        this TestOffice office, byte[] file, ImportProfile profile, bool dryRun = false, bool allOrNothing = false, RefusedRowsReport? report = null) =>
        office.Staff<ImportFromFile>().RunAsync(
            new(new ImportFile(profile, null, () => new MemoryStream(file)), "sample.csv", dryRun, allOrNothing, report),
            Caller.Command(office.Municipality, "cards import"),
            TestContext.Current.CancellationToken);

    public static async Task<ImportCounts> CountsOfAsync(this TestOffice office, string text) =>
        Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(text)).Counts;

    /// <summary>The lines of the report that an import writes.</summary>
    public static async Task<(ImportFromFile.Outcome Outcome, string[] Lines)> ReportedAsync(this TestOffice office, Func<RefusedRowsReport, Task<ImportFromFile.Outcome>> import)
    {
        using var stream = new MemoryStream();
        ImportFromFile.Outcome outcome;
        await using (var report = new RefusedRowsReport(stream)) outcome = await import(report);
        return (outcome, Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }
}
