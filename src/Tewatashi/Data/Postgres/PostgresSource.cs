using Npgsql;

namespace Tewatashi.Data.Postgres;

/// <summary>Connections of one role.</summary>
internal static class PostgresSource
{
    public static string RoleName(DatabaseRole role) => role switch
    {
        DatabaseRole.Staff => "tewatashi_staff",
        DatabaseRole.Resident => "tewatashi_resident",
        DatabaseRole.Worker => "tewatashi_worker",
        DatabaseRole.Owner => throw new ArgumentOutOfRangeException(nameof(role), "The owner is whoever signs in."),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static NpgsqlDataSource Build(IReadOnlyDictionary<DatabaseRole, string> connectionStrings, DatabaseRole role, bool durable)
    {
        var own = connectionStrings.TryGetValue(role, out var given);
        var settings = new NpgsqlConnectionStringBuilder(own ? given : connectionStrings[DatabaseRole.Owner])
        {
            Options = OptionsOf(role, durable),
            MaxAutoPrepare = 300,
            // Planning some of them takes longer than answering a thousand times; by itself a connection would plan each five times first.
            AutoPrepareMinUsages = 2,
        };
        // A small pool beats a large one on hot rows; the string may say otherwise.
        if (!(given ?? "").Contains("Pool", StringComparison.OrdinalIgnoreCase) && role != DatabaseRole.Owner) settings.MaxPoolSize = 16;
        // The municipality is set for the transaction alone, so nothing is left to reset; and a reset would undo SET ROLE.
        settings.NoResetOnClose = true;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        if (!own && role != DatabaseRole.Owner)
        {
            var statement = $"SET ROLE {RoleName(role)}";
            builder.UsePhysicalConnectionInitializer(
                connection => Run(connection, statement),
                connection =>
                {
                    Run(connection, statement);
                    return Task.CompletedTask;
                });
        }

        return builder.Build();
    }

    private static string OptionsOf(DatabaseRole role, bool durable)
    {
        // Short statements on few rows: compiling them costs more than it gives.
        var options = "-c jit=off";
        if (!durable) options += " -c synchronous_commit=off";
        // Residents look up what they hold a key to, one card at a time: planning that anew for each of them costs ten times the looking up.
        if (role == DatabaseRole.Resident) options += " -c plan_cache_mode=force_generic_plan";
        return options;
    }

    private static void Run(NpgsqlConnection connection, string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
