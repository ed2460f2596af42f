using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// Each closed list as a domain. A check of a table is read and planned anew with every statement that writes there, which for the two hundred
/// operations of the log took four times as long as the row itself; a domain's is kept by the connection.
/// </summary>
internal static class PostgresLists
{
    public static string NameOf(Type list) => $"{Snake.Case(list.Name)}_name";

    /// <summary>Run before the tables are made, and with each migration: a list that has grown since is closed anew behind its new members.</summary>
    public static IEnumerable<string> Statements(IModel model) =>
        from list in model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(TableRules.ListOf).OfType<Type>().Distinct().OrderBy(list => list.Name, StringComparer.Ordinal)
        let name = NameOf(list)
        let members = string.Join(' ', Enum.GetNames(list))
        select
            $"""
             DO $$ BEGIN
               IF to_regtype('public.{name}') IS NULL THEN CREATE DOMAIN public.{name} AS text; END IF;
               IF obj_description('public.{name}'::regtype, 'pg_type') IS DISTINCT FROM '{members}' THEN
                 ALTER DOMAIN public.{name} DROP CONSTRAINT IF EXISTS {name}_listed;
                 ALTER DOMAIN public.{name} ADD CONSTRAINT {name}_listed CHECK ({TableRules.IsMember("VALUE", list)});
                 COMMENT ON DOMAIN public.{name} IS '{members}';
               END IF;
             END $$
             """;
}
