using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// Row-level security on every municipality's table, forced on the owner too; privileges by role; the operation log append-only.
/// Run after each migration, so that a new table can never stand without its wall.
/// </summary>
internal static class PostgresWalls
{
    public static IEnumerable<string> Statements(IModel model)
    {
        foreach (var role in Roles) yield return CreateRole(role);
        yield return $"GRANT USAGE ON SCHEMA public TO {string.Join(", ", Roles)}";
        yield return MayCopy;
        yield return $"GRANT SELECT ON \"__EFMigrationsHistory\" TO {string.Join(", ", Roles)}";

        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName()!; // every entity is a table
            yield return $"REVOKE ALL ON {table} FROM PUBLIC, {string.Join(", ", Roles)}";
            foreach (var (role, privileges) in Privileges.Of(table))
                yield return $"GRANT {privileges} ON {table} TO {PostgresSource.RoleName(role)}";
            if (typeof(IMunicipalityOwned).IsAssignableFrom(entity.ClrType))
            {
                foreach (var statement in Wall(table)) yield return statement;
            }
        }

        foreach (var statement in AppendOnly) yield return statement;
        foreach (var statement in PostgresEndedCards.Statements) yield return statement;
        foreach (var statement in SetupMarks.PostgresStatements) yield return statement;
    }

    private static readonly string[] Roles =
        [.. new[] { DatabaseRole.Staff, DatabaseRole.Resident, DatabaseRole.Worker }.Select(PostgresSource.RoleName)];

    private static string CreateRole(string role) =>
        $"""
         DO $$ BEGIN
           CREATE ROLE {role} NOLOGIN;
         EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
         END $$;
         DO $$ BEGIN
           GRANT {role} TO CURRENT_USER;
         EXCEPTION WHEN insufficient_privilege THEN NULL; -- production: each program signs in as its own role
         END $$;
         """;

    /// <summary>Rows arrive in temporary tables, which COPY may fill: staff take in files, nobody else has so much to bring.</summary>
    private static readonly string MayCopy =
        $"""
         DO $$ BEGIN
           EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO {PostgresSource.RoleName(DatabaseRole.Staff)}', current_database());
         END $$;
         """;

    private static IEnumerable<string> Wall(string table)
    {
        yield return $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY";
        yield return $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY";
        yield return $"DROP POLICY IF EXISTS own_municipality ON {table}";
        yield return $"CREATE POLICY own_municipality ON {table} USING (municipality = current_setting('tewatashi.municipality', true)) "
            + "WITH CHECK (municipality = current_setting('tewatashi.municipality', true))";
    }

    private static readonly string[] AppendOnly =
    [
        """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
        """,
        .. from table in new[] { "audit_entry", "audit_subject", "movement" }
           from statement in new[]
           {
               $"DROP TRIGGER IF EXISTS append_only ON {table}",
               $"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
           }
           select statement,
        // The internet face needs to find what its own residents' forms did before; never what staff did.
        "DROP POLICY IF EXISTS residents_own ON audit_entry",
        "CREATE POLICY residents_own ON audit_entry AS RESTRICTIVE FOR SELECT TO tewatashi_resident USING (actor_kind = 'Resident')",
    ];
}
