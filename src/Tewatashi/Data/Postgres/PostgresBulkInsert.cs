using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// COPY is refused on tables behind row-level security, and a wall is not to be opened for speed: the rows are copied into a
/// temporary table of this connection, which nobody else can read and which is empty again at the transaction's end, and go from
/// there through the wall as one INSERT.
/// </summary>
internal static class PostgresBulkInsert
{
    public static async Task RunAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class
    {
        if (rows.Count == 0) return;
        var entity = context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not in the model.");
        var table = entity.GetTableName()!; // every entity is a table
        var id = StoreObjectIdentifier.Table(table);
        var columns = string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName(id)}\""));
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        await Entering.NowAsync((PostgresContext)context, connection, transaction, cancellationToken);
        // Its rows go with each transaction; what lies there came with the same transaction and is in its table by now.
        await RunAsync(connection, transaction,
            $"""
             SET LOCAL client_min_messages = warning;
             CREATE TEMPORARY TABLE IF NOT EXISTS arriving_{table} (LIKE public.{table}) ON COMMIT DELETE ROWS;
             DELETE FROM pg_temp.arriving_{table}
             """, cancellationToken);
        await using (var stream = await connection.BeginRawBinaryCopyAsync($"COPY pg_temp.arriving_{table} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            await WriteAsync(stream, RowWriter.Of<T>(entity), rows, cancellationToken);
        }

        await RunAsync(connection, transaction, $"INSERT INTO public.{table} ({columns}) SELECT {columns} FROM pg_temp.arriving_{table}", cancellationToken);
    }

    private static async Task WriteAsync<T>(Stream stream, Action<CopyRows, T> write, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        using var copy = new CopyRows();
        foreach (var row in rows)
        {
            write(copy, row);
            if (!copy.IsFull) continue;
            await stream.WriteAsync(copy.Gathered, cancellationToken);
            copy.Clear();
        }

        copy.End();
        await stream.WriteAsync(copy.Gathered, cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
