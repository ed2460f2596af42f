using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tewatashi.Data.Sqlite;

/// <summary>
/// What SQLite's planner is told of the tables. It never counts them by itself, and then takes the municipality at the head of an index for a narrow
/// choice, although it is all there is: a day's visits were found by reading every reservation ever made. The figures are those of a ward and the
/// same in every file, so that a statement is answered in one way everywhere and a test can hold it (<c>StatementPlans</c>).
/// </summary>
internal static class SqliteStatistics
{
    /// <summary>A municipality has one or a handful of each: its set-up, and what is open at a time.</summary>
    public static readonly IReadOnlySet<string> Few = new HashSet<string>(StringComparer.Ordinal)
    {
        "municipality", "municipality_settings", "municipality_text", "setup_mark", "planned_rule", "closure", "counter", "opening_hours", "special_hours", "fewer_booths",
        "office_limit", "outage", "booking_kind", "checklist_line", "paper_rule", "staff_member", "work_item", "kept_pair", "remade_card", "schema_requirement",
    };

    /// <summary>Hundreds or thousands: what cards lie in and came by.</summary>
    public static readonly IReadOnlySet<string> Some = new HashSet<string>(StringComparer.Ordinal)
    {
        "location", "shipment", "shipment_box", "import", "notice_batch", "parcel", "disposal_batch", "counter_closing", "stock_count",
    };

    private const long RowsOfFew = 20;
    private const long RowsOfSome = 2_000;
    private const long RowsOfMany = 1_000_000;

    /// <summary>Of a table's rows so many are in an index that holds the live ones alone.</summary>
    private const long LiveAmong = 50;

    public static async Task WriteAsync(DbContext context, CancellationToken cancellationToken)
    {
        var wanted = new List<Statistic>();
        foreach (var table in context.Model.GetRelationalModel().Tables)
        {
            foreach (var (index, columns, unique, partial) in await IndexesAsync(context, table.Name, cancellationToken))
                wanted.Add(new(table.Name, index, string.Join(' ', Figures(table, columns, unique, partial).Select(figure => figure.ToString(CultureInfo.InvariantCulture)))));
        }

        await context.Database.ExecuteSqlRawAsync("ANALYZE sqlite_schema", cancellationToken); // makes the table where there is none, and counts nothing
        var there = await context.Database.SqlQuery<Statistic>($"""SELECT tbl AS "Table", idx AS "Index", stat AS "Figures" FROM sqlite_stat1""").ToListAsync(cancellationToken);
        if (wanted.ToHashSet().SetEquals(there)) return;
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_stat1", cancellationToken);
            foreach (var one in wanted)
                await context.Database.ExecuteSqlAsync($"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ({one.Table}, {one.Index}, {one.Figures})", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await context.Database.ExecuteSqlRawAsync("ANALYZE sqlite_schema", cancellationToken); // this connection reads them
    }

    // The rows of the index, then how many of them share the first column's value, the first two columns' values, and so on.
    private static IEnumerable<long> Figures(ITable table, IReadOnlyList<string> columns, bool unique, bool partial)
    {
        var rows = RowsOf(table.Name);
        if (partial) rows = Math.Max(1, rows / LiveAmong);
        yield return rows;
        foreach (var (position, name) in columns.Index())
        {
            if (unique && position == columns.Count - 1) rows = 1;
            else if (table.FindColumn(name)?.PropertyMappings[0].Property is { } property) rows = Math.Max(1, rows / ValuesOf(property));
            yield return rows;
        }
    }

    private static long RowsOf(string table) => Few.Contains(table) ? RowsOfFew : Some.Contains(table) ? RowsOfSome : RowsOfMany;

    // How many values a column has in one municipality.
    private static long ValuesOf(IProperty property)
    {
        if (property.Name == nameof(IMunicipalityOwned.Municipality)) return 1;
        if (property.GetContainingForeignKeys().FirstOrDefault(key => key.Properties[^1] == property) is { } key)
            return Math.Min(RowsOf(key.PrincipalEntityType.GetTableName()!), RowsOfMany / 5); // relational model
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type.IsEnum ? 8 : type == typeof(bool) ? 2 : type == typeof(DateOnly) ? 1_000 : type == typeof(int) ? 50 : RowsOfMany / 2;
    }

    private static async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Columns, bool Unique, bool Partial)>> IndexesAsync(
        DbContext context, string table, CancellationToken cancellationToken)
    {
        var rows = await context.Database.SqlQuery<IndexColumn>(
            $"""
             SELECT list.name AS "Index", info.name AS "Column", list."unique" AS "Unique", list.partial AS "Partial"
             FROM pragma_index_list({table}) AS list JOIN pragma_index_info(list.name) AS info ORDER BY list.name, info.seqno
             """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Index).Select(index => (index.Key, (IReadOnlyList<string>)[.. index.Select(row => row.Column)], index.First().Unique, index.First().Partial))];
    }

    private sealed record Statistic(string Table, string Index, string Figures);

    private sealed record IndexColumn(string Index, string Column, bool Unique, bool Partial);
}
