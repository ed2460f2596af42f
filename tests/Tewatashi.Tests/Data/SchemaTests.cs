using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Data;

/// <summary>Both databases hold the same schema, as their own catalogues tell after the migration.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public Task Tables_columns_and_what_may_be_empty_are_the_same() => SameAsync(
        """
        SELECT t.name, c.name, CASE WHEN c."notnull" = 1 THEN 'required' ELSE 'optional' END
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """,
        """
        SELECT table_name, column_name, CASE is_nullable WHEN 'NO' THEN 'required' ELSE 'optional' END
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        """,
        least: 300);

    [Fact]
    public Task Primary_keys_are_the_same() => SameAsync(
        """
        SELECT name, group_concat(column_name, ',') FROM (
          SELECT t.name, c.name AS column_name FROM sqlite_master t, pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND c.pk > 0 ORDER BY t.name, c.pk)
        GROUP BY name
        """,
        """
        SELECT c.conrelid::regclass::text, string_agg(a.attname, ',' ORDER BY k.position)
        FROM pg_constraint c, unnest(c.conkey) WITH ORDINALITY k(number, position), pg_attribute a
        WHERE c.contype = 'p' AND a.attrelid = c.conrelid AND a.attnum = k.number AND c.connamespace = 'public'::regnamespace AND c.conrelid::regclass::text NOT LIKE '%EF%'
        GROUP BY c.conrelid
        """,
        least: 35);

    [Fact]
    public Task Indexes_with_their_uniqueness_and_filters_are_the_same() => SameAsync(
        """
        SELECT t.name, i.name, i."unique", i.partial, (SELECT group_concat(x.name, ',') FROM pragma_index_info(i.name) x)
        FROM sqlite_master t, pragma_index_list(t.name) i
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND i.origin = 'c'
        """,
        """
        SELECT t.relname, i.relname, x.indisunique::int, (x.indpred IS NOT NULL)::int, string_agg(a.attname, ',' ORDER BY k.position)
        FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid,
          unnest(x.indkey) WITH ORDINALITY k(number, position), pg_attribute a
        WHERE t.relnamespace = 'public'::regnamespace AND NOT x.indisprimary AND a.attrelid = t.oid AND a.attnum = k.number AND t.relname NOT LIKE '\_\_EF%'
        GROUP BY t.relname, i.relname, x.indisunique, x.indpred
        """,
        least: 40);

    [Fact]
    public Task Foreign_keys_are_the_same_and_none_cascades() => SameAsync(
        """
        SELECT t.name, f."table", group_concat(f."from", ','), f.on_delete
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id
        """,
        """
        SELECT c.conrelid::regclass::text, c.confrelid::regclass::text, string_agg(a.attname, ',' ORDER BY k.position), CASE c.confdeltype WHEN 'r' THEN 'RESTRICT' ELSE c.confdeltype::text END
        FROM pg_constraint c, unnest(c.conkey) WITH ORDINALITY k(number, position), pg_attribute a
        WHERE c.contype = 'f' AND a.attrelid = c.conrelid AND a.attnum = k.number
        GROUP BY c.oid, c.conrelid, c.confrelid, c.confdeltype
        """,
        least: 25);

    [Fact]
    public async Task Checks_are_the_same()
    {
        var sqlite = (await SqliteTablesAsync()).SelectMany(table => Check().Matches(table.Sql).Select(match => $"{table.Name} {match.Groups[1].Value}"));
        var postgres = (await CatalogueRows.AskAsync(Engine.Postgres, "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace"))
            .Concat((await PostgresListsAsync()).Select(list => $"{list.Table} ck_{list.Table}_{list.Column}"));

        Assert.Equal(sqlite.Order(StringComparer.Ordinal), postgres.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Closed_lists_have_the_same_members()
    {
        var postgres = await PostgresListsAsync();
        var sqlite = (await SqliteTablesAsync()).SelectMany(table => List().Matches(table.Sql).Select(match => (Table: table.Name, Column: match.Groups[1].Value, Members: match.Groups[2].Value.Replace("'", "", StringComparison.Ordinal))));

        Assert.True(postgres.Count >= 70, $"{postgres.Count} lists");
        Assert.Equal(sqlite.Order(), postgres.Order());
    }

    [Fact]
    public async Task Model_says_the_same_of_both_down_to_the_words_of_filters_and_checks()
    {
        var postgres = await WordsAsync(Engine.Postgres);
        var lists = (await PostgresListsAsync()).Select(list => $"{list.Table} ck_{list.Table}_{list.Column} {list.Column} IN ({string.Join(", ", list.Members.Split(", ").Select(name => $"'{name}'"))})");

        Assert.Equal(await WordsAsync(Engine.Sqlite), postgres.Concat(lists).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_column_has_an_item_that_explains_it_and_the_catalogue_names_no_other()
    {
        var columns = (await TablesAsync(Engine.Sqlite))
            .SelectMany(table => table.Columns.Select(column => (Table: table.Name, Column: column.Name))).ToList();

        Assert.Equal([], columns.Where(row => ItemCatalogue.ItemsOf(row.Table, row.Column).Count == 0));
        Assert.Equal([], ItemCatalogue.All.Except(columns));
    }

    /// <summary>Free words about a person have no place under 処理状況: what is text there is a closed list, a short code or an id.</summary>
    [Fact]
    public async Task Column_of_card_status_is_a_code_a_moment_or_a_number()
    {
        string[] codes = ["reservation.end_reason", "visit.call_number", "hand_over.file_number", "hand_over_answer.question"];
        var texts = (await TablesAsync(Engine.Sqlite)).SelectMany(table => table.Columns)
            .Where(column => ItemCatalogue.ItemsOf(column.Table.Name, column.Name).Contains(DataItem.CardStatus))
            .Where(column => column.PropertyMappings[0].Property.ClrType == typeof(string))
            .Select(column => $"{column.Table.Name}.{column.Name}");

        Assert.Equal(codes.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    internal static async Task<IReadOnlyList<ITable>> TablesAsync(Engine engine)
    {
        var provider = await TestDatabase.ProviderAsync(engine);
        await using var context = provider.NewContext(DatabaseRole.Owner, null);
        return [.. context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>> WordsAsync(Engine engine) =>
        (await TablesAsync(engine)).SelectMany(table =>
            table.Indexes.Select(index => $"{table.Name} {index.Name} {index.Filter}")
                .Concat(table.CheckConstraints.Select(check => $"{table.Name} {check.Name} {check.Sql}")))
            .Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<(string Name, string Sql)>> SqliteTablesAsync() =>
        [.. (await CatalogueRows.AskAsync(Engine.Sqlite, "SELECT name || '|' || sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%EF%'"))
            .Select(row => row.Split('|', 2)).Select(row => (row[0], row[1]))];

    /// <summary>On PostgreSQL the columns of a closed list are of its domain.</summary>
    private static async Task<IReadOnlyList<(string Table, string Column, string Members)>> PostgresListsAsync() =>
        [.. (await CatalogueRows.AskAsync(Engine.Postgres,
            """
            SELECT c.relname || '|' || a.attname || '|' || (SELECT string_agg(found[1], ', ') FROM regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''', 'g') AS found)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_constraint k ON k.contypid = a.atttypid
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            """)).Select(row => row.Split('|')).Select(row => (row[0], row[1], row[2]))];

    private static async Task SameAsync(string sqlite, string postgres, int least)
    {
        var expected = await CatalogueRows.AskAsync(Engine.Sqlite, sqlite);

        Assert.True(expected.Count >= least, $"{expected.Count} rows");
        Assert.Equal(expected, await CatalogueRows.AskAsync(Engine.Postgres, postgres));
    }

    [GeneratedRegex("""CONSTRAINT "(ck_\w+)" CHECK""")]
    private static partial Regex Check();

    [GeneratedRegex("""CONSTRAINT "ck_\w+" CHECK \((\w+) IN \(('[^)]*)\)\)""")]
    private static partial Regex List();
}
