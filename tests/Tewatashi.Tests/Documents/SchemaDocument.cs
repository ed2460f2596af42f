using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Tewatashi.Data;
using Tewatashi.Testing;
using Tewatashi.Tests.Data;

namespace Tewatashi.Tests.Documents;

/// <summary>Every table and column with the item of the contract that explains it, keys, indexes and checks.</summary>
internal static class SchemaDocument
{
    public static async Task<string> WriteAsync()
    {
        var postgres = (await SchemaTests.TablesAsync(Engine.Postgres)).ToDictionary(table => table.Name);
        var text = new StringBuilder("# Schema\n\nThe same on both databases. Instants are whole milliseconds since 1970 (`_at`), dates end in `_on` or `day`. "
            + "Every column names the items of the fourteen that explain it (CMP-01).\n");
        foreach (var table in await SchemaTests.TablesAsync(Engine.Sqlite)) Append(text, table, postgres[table.Name]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ITable table, ITable postgres)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n| column | SQLite | PostgreSQL | | item |\n| --- | --- | --- | --- | --- |\n");
        foreach (var column in table.Columns.OrderBy(column => column.Order ?? int.MaxValue))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {column.Name} | {column.StoreType} | {postgres.FindColumn(column.Name)!.StoreType} | {(column.IsNullable ? "" : "required")} | {string.Join("、", ItemCatalogue.ItemsOf(table.Name, column.Name).Select(item => item.Name()))} |\n"); // same columns
        }

        text.Append(CultureInfo.InvariantCulture, $"\n- key: {Names(table.PrimaryKey!.Columns)}\n"); // every table has one
        foreach (var index in table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"- {(index.IsUnique ? "unique " : "")}index: {Names(index.Columns)}{(index.Filter is null ? "" : $" where `{index.Filter}`")}\n");
        foreach (var key in table.ForeignKeyConstraints.OrderBy(key => key.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"- {Names(key.Columns)} → {key.PrincipalTable.Name}\n");
        foreach (var check in table.CheckConstraints.OrderBy(check => check.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"- check: `{check.Sql}`\n");
    }

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));
}
