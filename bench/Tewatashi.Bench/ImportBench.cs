using System.Diagnostics;
using System.Globalization;
using Tewatashi.Imports;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>[import] A whole file with all its checks, encrypted and audited, against a bare merge of the same rows into the same indexes.</summary>
internal sealed class ImportBench(Ground ground, Pace pace)
{
    private const double MostMemoryMegabytes = 200;
    private readonly string folder = Directory.CreateTempSubdirectory("tewatashi-bench-").FullName;

    /// <summary>The municipality into which it imported last.</summary>
    public MunicipalityCode? Last { get; private set; }

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        await WarmUpAsync(cancellationToken);
        var path = CardFile.Write(folder, pace.Cards);
        var merge = new BareMerge(ground);
        var (rates, again, limits) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Math.Min(3, pace.Rounds); round++)
        {
            Last = await ground.FoundAsync(cancellationToken);
            rates.Add(await ImportAsync(Last, path, cancellationToken));
            limits.Add(await merge.RunAsync(Last, pace.Cards, cancellationToken));
            again.Add(await ImportAsync(Last, path, cancellationToken));
        }

        var measured = Load.Median(rates);
        var command = await ImportCommand.RunAsync(ground.Installation, await ground.FoundAsync(cancellationToken), path, cancellationToken);
        Directory.Delete(folder, recursive: true);
        var rows = pace.Cards.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            new("import", $"{rows} rows, CP932, checked, encrypted, audited; rows/s against a bare merge of the same columns, indexes and foreign keys in the same portions", Load.Median(limits), measured, 0.7),
            new("import", "the same file again changes nothing; rows/s against the first time", measured, Load.Median(again), 3),
            new("import", $"most memory of the command while it imports {rows} rows, MB", MostMemoryMegabytes, command.Megabytes, 1, AtMost: true),
        ];
    }

    /// <summary>A compiler that works beside the first rows would be counted as theirs.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var path = CardFile.Write(folder, Math.Min(pace.Cards, 10_000));
        var watch = Stopwatch.StartNew();
        do
        {
            await ImportAsync(await ground.FoundAsync(cancellationToken), path, cancellationToken);
        }
        while (watch.Elapsed < pace.WarmUp);
    }

    private async Task<double> ImportAsync(MunicipalityCode municipality, string path, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var outcome = await ground.Staff<ImportFromFile>().RunAsync(
            new(new ImportFile(ImportProfile.Standard, null, () => File.OpenRead(path)), Path.GetFileName(path)), Ground.By(municipality) with { OperationId = null }, cancellationToken);
        return outcome is ImportFromFile.Processed { Counts: { Refused: 0 } counts }
            ? counts.Read / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The import refused rows: {outcome}.");
    }
}
