using System.Diagnostics;
using System.Globalization;
using Npgsql;
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
        await ImportAsync(await ground.FoundAsync(cancellationToken), CardFile.Write(folder, 2000), cancellationToken);
        var path = CardFile.Write(folder, pace.Cards);
        var (unchanged, rounds) = (new List<double>(), Math.Min(3, pace.Rounds));
        var memory = 0.0;
        var (limit, measured) = await Load.InTurnAsync(
            rounds,
            () => Last is null ? Task.FromResult(0.0) : MergeAsync(Last, cancellationToken),
            async () =>
            {
                Last = await ground.FoundAsync(cancellationToken);
                var rate = await ImportAsync(Last, path, cancellationToken);
                memory = Math.Max(memory, Environment.WorkingSet / 1024.0 / 1024.0);
                unchanged.Add(await ImportAsync(Last, path, cancellationToken));
                return rate;
            });
        // The first merge had nothing to copy yet.
        limit = rounds == 1 || limit == 0 ? await MergeAsync(Last!, cancellationToken) : limit; // imported above
        Directory.Delete(folder, recursive: true);
        var rows = pace.Cards.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            new("import", $"{rows} rows, CP932, checked, encrypted, audited; rows/s against a bare merge of the same columns and indexes", limit, measured, 0.7),
            new("import", $"the same file again changes nothing; rows/s against the first time", measured, Load.Median(unchanged), 3),
            new("import", $"memory of the process while {rows} rows are imported, MB", MostMemoryMegabytes, memory, 1, AtMost: true),
        ];
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

    /// <summary>The same rows, made before, into tables of the same columns, keys and indexes: nothing read, checked or encrypted.</summary>
    private async Task<double> MergeAsync(MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ground.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(
            """
            CREATE TABLE merge_card (LIKE card INCLUDING ALL);
            CREATE TABLE merge_applicant (LIKE applicant INCLUDING ALL);
            CREATE UNLOGGED TABLE made_card AS SELECT * FROM card WHERE municipality = @municipality;
            CREATE UNLOGGED TABLE made_applicant AS SELECT * FROM applicant WHERE municipality = @municipality;
            """);
        var watch = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await RunAsync("INSERT INTO merge_card SELECT * FROM made_card; INSERT INTO merge_applicant SELECT * FROM made_applicant;");
            await transaction.CommitAsync(cancellationToken);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await RunAsync("DROP TABLE merge_card, merge_applicant, made_card, made_applicant");
        return pace.Cards / seconds;

        async Task RunAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement.Replace("@municipality", $"'{municipality.Value}'", StringComparison.Ordinal), connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
