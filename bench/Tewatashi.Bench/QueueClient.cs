using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tewatashi.Data;

namespace Tewatashi.Bench;

/// <summary>
/// The embedded database's limit: the same three changes as L1 by whoever has the turn in a queue of one writer, each committed to
/// the disk before the next one's turn, for a booking is answered when it is safe.
/// </summary>
internal sealed class QueueClient(QueueClient.Writer writer) : Crowd.IClient
{
    private const int Places = 10_000;

    public bool Act(List<double> took, long begun)
    {
        writer.Book();
        return true;
    }

    public void Dispose()
    {
        // The writer is everybody's.
    }

    /// <summary>The one connection that writes, WAL with synchronous FULL.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly List<SqliteCommand> commands = [];
        private readonly Lock turn = new();

        public Writer(string file)
        {
            connection = new SqliteConnection($"Data Source={file}");
            connection.Open();
            Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            Run("CREATE TABLE limit_place (id INTEGER PRIMARY KEY, capacity INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0, CHECK (taken <= capacity))");
            Run("CREATE TABLE limit_booking (id TEXT PRIMARY KEY, place INTEGER NOT NULL, booked_at INTEGER NOT NULL)");
            Run("CREATE TABLE limit_audit (id TEXT PRIMARY KEY, at INTEGER NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL)");
            Run($"WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Places - 1}) INSERT INTO limit_place SELECT i, 1000000, 0 FROM n");
            Prepare("UPDATE limit_place SET taken = taken + 1 WHERE id = @place AND taken < capacity");
            Prepare("INSERT INTO limit_booking VALUES (@booking, @place, @at)");
            Prepare("INSERT INTO limit_audit VALUES (@entry, @at, @booking, 'Booked')");
        }

        public void Book()
        {
            lock (turn)
            {
                using var transaction = connection.BeginTransaction();
                var values = new Dictionary<string, object> { ["@place"] = Random.Shared.Next(Places), ["@booking"] = Ids.New(), ["@entry"] = Ids.New(), ["@at"] = Environment.TickCount64 };
                foreach (var command in commands)
                {
                    command.Transaction = transaction;
                    foreach (SqliteParameter parameter in command.Parameters) parameter.Value = values[parameter.ParameterName];
                    if (command.ExecuteNonQuery() != 1) throw new InvalidOperationException("The place was full.");
                }

                transaction.Commit();
            }
        }

        public void Dispose()
        {
            foreach (var command in commands) command.Dispose();
            SqliteConnection.ClearPool(connection);
            connection.Dispose();
        }

        private void Run(string statement)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        private void Prepare(string statement)
        {
            var command = connection.CreateCommand();
            command.CommandText = statement;
            foreach (var name in new[] { "@place", "@booking", "@entry", "@at" }.Where(name => statement.Contains(name, StringComparison.Ordinal))) command.Parameters.AddWithValue(name, "");
            command.Prepare();
            commands.Add(command);
        }
    }
}
