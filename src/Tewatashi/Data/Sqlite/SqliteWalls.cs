namespace Tewatashi.Data.Sqlite;

/// <summary>The operation log is append-only: the file itself refuses a change of it.</summary>
internal static class SqliteWalls
{
    public static readonly IReadOnlyList<string> Statements =
    [
        .. from table in new[] { "audit_entry", "audit_subject", "movement" }
           from action in new[] { "UPDATE", "DELETE" }
           select $"CREATE TRIGGER IF NOT EXISTS {table}_no_{action.ToLowerInvariant()} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        .. EndedCards.SqliteStatements,
        .. SetupMarks.SqliteStatements,
    ];
}
