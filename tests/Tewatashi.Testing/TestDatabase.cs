using Npgsql;
using Tewatashi.Data;
using Tewatashi.Data.Postgres;
using Tewatashi.Data.Sqlite;

namespace Tewatashi.Testing;

/// <summary>
/// One migrated database per engine for the whole test run. PostgreSQL's belongs to an owner without superuser's rights, and
/// every part of the program takes its own role: as a superuser every wall is open and no test would prove one.
/// </summary>
public static class TestDatabase
{
    private const string Variable = "TEWATASHI_TEST_POSTGRES";
    private static readonly Dictionary<Engine, Lazy<Task<Installation>>> Made = new()
    {
        [Engine.Sqlite] = new(() => MigrateAsync(new Installation(NewFolder(), NewFolder(), new Dictionary<DatabaseRole, string>()))),
        [Engine.Postgres] = new(async () => await MigrateAsync(new Installation(NewFolder(), NewFolder(),
            new Dictionary<DatabaseRole, string> { [DatabaseRole.Owner] = await NewPostgresAsync() }))),
    };

    private static readonly Dictionary<Engine, Lazy<Task<IDatabaseProvider>>> Providers = new()
    {
        [Engine.Sqlite] = new(async () => (await Made![Engine.Sqlite].Value).NewProvider()),
        [Engine.Postgres] = new(async () => (await Made![Engine.Postgres].Value).NewProvider()),
    };

    public static Task<Installation> InstallationAsync(Engine engine) => Made[engine].Value;

    public static Task<IDatabaseProvider> ProviderAsync(Engine engine) => Providers[engine].Value;

    /// <summary>A new folder that goes with the test run.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("tewatashi-test-").FullName;

    /// <summary>An empty PostgreSQL database with an ordinary owner; its connection string.</summary>
    public static async Task<string> NewPostgresAsync()
    {
        var super = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} is not set: ./test starts a PostgreSQL and sets it.");
        await using var source = NpgsqlDataSource.Create(super);
        var name = $"tewatashi_{Ids.New():N}";
        await using (var role = source.CreateCommand(
            """
            DO $$ BEGIN
              CREATE ROLE tewatashi_owner LOGIN CREATEROLE PASSWORD 'owner';
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END $$
            """))
        {
            await role.ExecuteNonQueryAsync();
        }

        await using (var database = source.CreateCommand($"CREATE DATABASE {name} OWNER tewatashi_owner")) await database.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(super) { Username = "tewatashi_owner", Password = "owner", Database = name }.ConnectionString;
    }

    private static async Task<Installation> MigrateAsync(Installation installation)
    {
        await using var provider = installation.NewProvider();
        await provider.MigrateAsync(CancellationToken.None);
        return installation;
    }
}
