namespace Tewatashi.Data;

/// <summary>Triggers that write a new <see cref="Municipalities.SetupMark"/> whenever a municipality's set-up changes, whoever changes it.</summary>
internal static class SetupMarks
{
    private static readonly string[] Tables = ["municipality_settings", "planned_rule", "closure", "counter", "municipality_text", "paper_rule"];

    /// <summary>Of the places only the offices themselves count: boxes come and go all day.</summary>
    private const string Offices = "location";

    public static readonly IReadOnlyList<string> PostgresStatements =
    [
        """
        CREATE OR REPLACE FUNCTION mark_setup() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          INSERT INTO setup_mark (municipality, value)
          VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.municipality ELSE NEW.municipality END, uuid_send(gen_random_uuid()))
          ON CONFLICT (municipality) DO UPDATE SET value = excluded.value;
          RETURN NULL;
        END $$
        """,
        .. from table in Tables
           from statement in Postgres(table, "INSERT OR UPDATE OR DELETE", "")
           select statement,
        .. Postgres(Offices, "INSERT OR UPDATE", "WHEN (NEW.kind = 'Building') "),
    ];

    public static readonly IReadOnlyList<string> SqliteStatements =
    [
        .. from table in Tables
           from action in new[] { "INSERT", "UPDATE", "DELETE" }
           select Sqlite(table, action, ""),
        .. from action in new[] { "INSERT", "UPDATE" }
           select Sqlite(Offices, action, "WHEN NEW.kind = 'Building' "),
    ];

    private static string[] Postgres(string table, string actions, string when) =>
    [
        $"DROP TRIGGER IF EXISTS mark_setup ON {table}",
        $"CREATE TRIGGER mark_setup AFTER {actions} ON {table} FOR EACH ROW {when}EXECUTE FUNCTION mark_setup()",
    ];

    private static string Sqlite(string table, string action, string when) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_marks_{action.ToLowerInvariant()} AFTER {action} ON {table} {when}BEGIN "
        + $"INSERT INTO setup_mark (municipality, value) VALUES ({(action == "DELETE" ? "OLD" : "NEW")}.municipality, randomblob(16)) "
        + "ON CONFLICT (municipality) DO UPDATE SET value = excluded.value; END";
}
