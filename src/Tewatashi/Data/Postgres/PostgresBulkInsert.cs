using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// One statement with an array for each column. (COPY is refused on tables behind row-level security, and a wall is not to be
/// opened for speed.)
/// </summary>
internal static class PostgresBulkInsert
{
    public static async Task RunAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class
    {
        if (rows.Count == 0) return;
        var (table, columns) = BulkColumns.Of(context, typeof(T));
        await using var command = (NpgsqlCommand)context.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var column in columns)
        {
            var values = Array.CreateInstance(column.StoredType, rows.Count);
            for (var i = 0; i < rows.Count; i++) values.SetValue(column.Read(rows[i]), i);
            command.Parameters.Add(new NpgsqlParameter { Value = values, DataTypeName = $"{TypeName(column)}[]" });
        }

        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var arrays = string.Join(", ", columns.Select((column, i) => FormattableString.Invariant($"${i + 1}::{TypeName(column)}[]")));
        command.CommandText = $"INSERT INTO {table} ({names}) SELECT * FROM unnest({arrays})";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string TypeName(BulkColumns.Column column) => column.StoreType.Split('(')[0];
}
