using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>What somebody sees who opens the database with another tool: none of an applicant's items, in whatever encoding.</summary>
public sealed class AtRestTests
{
    // Plainly fictional, and nowhere else in the tests.
    private const string Kana = "シルシヅケ";
    private const string FullKana = "シルシヅケ　サガサレ";
    private const string ApplicationId = "90210735468109247365018";
    private const string Birthday = "1983-10-29";
    private const string Serial = "SRS730194";

    private static readonly string[] Hidden = [Kana, "サガサレ", "シルシズケサカサレ", ApplicationId, Birthday, "0000-10-29", "10-29"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imported_items_are_found_neither_in_the_tables_nor_in_the_pieces_of_the_file(Engine engine)
    {
        var installation = await NewInstallationAsync(engine);
        await using var office = await TestOffice.OpenOnAsync(installation);
        var text = ShipmentText.File(ShipmentText.Row(1, serial: Serial, applicationId: ApplicationId, kana: FullKana, birthday: Birthday));
        await office.ImportAsync(text);
        await office.Staff<UploadImport>().RunAsync(
            new("sample.csv", ImportProfile.Standard, null, false, new MemoryStream(ShipmentText.Cp932.GetBytes(text))), office.ByStaff(), default);

        var everything = engine == Engine.Sqlite
            ? await ReadSqliteAsync(installation)
            : await DumpAsync(installation.ConnectionStrings[DatabaseRole.Owner]);

        // The search itself finds what is there in clear.
        Assert.True(Contains(everything, Serial));
        foreach (var hidden in Hidden) Assert.False(Contains(everything, hidden), hidden);
    }

    private static async Task<Installation> NewInstallationAsync(Engine engine)
    {
        var installation = new Installation(TestDatabase.NewFolder(), TestDatabase.NewFolder(), engine == Engine.Sqlite
            ? new Dictionary<DatabaseRole, string>()
            : new Dictionary<DatabaseRole, string> { [DatabaseRole.Owner] = await TestDatabase.NewPostgresAsync() });
        await using var provider = installation.NewProvider();
        await provider.MigrateAsync(CancellationToken.None);
        return installation;
    }

    /// <summary>The file itself, byte by byte, its write-ahead log too.</summary>
    private static async Task<byte[]> ReadSqliteAsync(Installation installation)
    {
        await using (var other = new SqliteConnection($"Data Source={installation.SqliteFile}"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            await command.ExecuteNonQueryAsync();
        }

        var everything = new MemoryStream();
        foreach (var path in Directory.EnumerateFiles(installation.DataFolder, "tewatashi.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await file.CopyToAsync(everything);
        }

        return everything.ToArray();
    }

    /// <summary>Every row of every table as text, with bytes as they are beside it, past the wall.</summary>
    private static async Task<byte[]> DumpAsync(string owner)
    {
        var super = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("TEWATASHI_TEST_POSTGRES"))
        {
            Database = new NpgsqlConnectionStringBuilder(owner).Database,
        };
        await using var source = NpgsqlDataSource.Create(super.ConnectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        var everything = new MemoryStream();
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    everything.Write(reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? ""));
                    everything.WriteByte((byte)'\n');
                }
            }
        }

        return everything.ToArray();
    }

    private static bool Contains(byte[] everything, string text) =>
        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, ShipmentText.Cp932 }
            .Any(encoding => everything.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0);
}
