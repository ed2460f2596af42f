using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests;

/// <summary>A database whose unique indexes, checks and guards were taken away: only there can be planted what they forbid.</summary>
internal static class UnguardedDatabase
{
    private static readonly string[] Indexes = ["ux_notice_one_current_per_card", "ux_notice_batch_card_waiting", "ux_reservation_one_live_per_card", "ux_audit_entry_operation"];
    /// <summary>Table and check.</summary>
    private static readonly string[] Checks = ["cell ck_cell_taken", "cell ck_cell_taken_on_web", "cell ck_cell_kept", "hand_over ck_hand_over_exceptions", "posting ck_posting_tracking"];

    /// <summary>Of the guard that nothing that has ended is booked.</summary>
    private static readonly Dictionary<Engine, string[]> Triggers = new()
    {
        [Engine.Sqlite] = ["reservation_of_ended_card_new", "reservation_of_ended_card", "card_ends_while_booked"],
        [Engine.Postgres] = ["ended_card_new ON reservation", "ended_card ON reservation", "ends_while_booked ON card"],
    };

    private static readonly Dictionary<Engine, Lazy<Task<Installation>>> Made = new()
    {
        [Engine.Sqlite] = new(() => MakeAsync(new Dictionary<DatabaseRole, string>(), [], Triggers[Engine.Sqlite])),
        [Engine.Postgres] = new(async () => await MakeAsync(new Dictionary<DatabaseRole, string> { [DatabaseRole.Owner] = await TestDatabase.NewPostgresAsync() }, Checks, Triggers[Engine.Postgres])),
    };

    public static Task<Installation> InstallationAsync(Engine engine) => Made[engine].Value;

    /// <param name="checks">None where they can be ignored: SQLite cannot drop one.</param>
    private static async Task<Installation> MakeAsync(Dictionary<DatabaseRole, string> connections, string[] checks, string[] triggers)
    {
        var installation = new Installation(TestDatabase.NewFolder(), TestDatabase.NewFolder(), connections);
        await using var provider = installation.NewProvider();
        await provider.MigrateAsync(CancellationToken.None);
        await using var connection = await provider.OpenAsync(DatabaseRole.Owner, CancellationToken.None);
        foreach (var statement in Indexes.Select(index => $"DROP INDEX {index}").Concat(checks.Select(check => $"ALTER TABLE {check.Split(' ')[0]} DROP CONSTRAINT {check.Split(' ')[1]}"))
                     .Concat(triggers.Select(trigger => $"DROP TRIGGER {trigger}")))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }

        return installation;
    }
}
