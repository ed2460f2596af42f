using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tewatashi.Data.Postgres;

/// <summary>Binary COPY.</summary>
internal static class PostgresBulkInsert
{
    public static async Task RunAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class
    {
        var (table, columns) = BulkColumns.Of(context, typeof(T));
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var statement = $"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)";
        await using var copy = await connection.BeginBinaryImportAsync(statement, cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value) await copy.WriteAsync(value, column.StoreType.Split('(')[0], cancellationToken);
                else await copy.WriteNullAsync(cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
