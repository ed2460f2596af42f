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
            // Short statements on few rows: compiling them costs more than it gives.
            Options = durable ? "-c jit=off" : "-c jit=off -c synchronous_commit=off",
            MaxAutoPrepare = 100,
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

    private static void Run(NpgsqlConnection connection, string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
