using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Sqlite;

/// <summary>
/// The embedded database: one file in WAL mode. SQLite lets one transaction write at a time, so writers of this process queue
/// here in turn instead of polling the file's lock; other processes wait by busy_timeout.
/// </summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private readonly string file;
    private readonly PooledDbContextFactory<SqliteContext> contexts;
    private static readonly Opened Durable = new("FULL");
    private static readonly Opened Hasty = new("OFF");
    private readonly Opened opened;
    private readonly SemaphoreSlim writer = new(1, 1);

    /// <param name="durable">False: a commit does not wait for the disk.</param>
    public SqliteProvider(string file, bool durable = true)
    {
        this.file = file;
        opened = durable ? Durable : Hasty;
        contexts = new(Options(ConnectionString(file), opened));
    }

    internal static DbContextOptions<SqliteContext> Options(string connectionString) => Options(connectionString, Durable);

    private static DbContextOptions<SqliteContext> Options(string connectionString, Opened opened) =>
        new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(connectionString)
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(opened)
            .Options;

    private static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();

    /// <summary>Short transactions with rests: another process only looks every few milliseconds whether the file is free.</summary>
    public BulkPace Pace { get; } = new(Rows: 500, AtOnce: 1, PauseMilliseconds: 25, AimMilliseconds: 40);

    public TewatashiContext NewContext(DatabaseRole role, MunicipalityCode? municipality)
    {
        var context = contexts.CreateDbContext();
        context.Look(municipality);
        return context;
    }

    public async Task<IAsyncDisposable> BeginAsync(
        TewatashiContext context, MunicipalityCode? municipality, bool writes, CancellationToken cancellationToken)
    {
        if (!writes)
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            try
            {
                var reading = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
                return new OpenConnection(context, await context.Database.UseTransactionAsync(reading, cancellationToken));
            }
            catch
            {
                await context.Database.CloseConnectionAsync();
                throw;
            }
        }

        await writer.WaitAsync(cancellationToken);
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return new Turn(transaction, writer);
        }
        catch
        {
            writer.Release();
            throw;
        }
    }

    public bool IsPassing(Exception exception) =>
        Find(exception) is { SqliteErrorCode: 5 or 6 };

    public string LockRowsOf(string table, params ReadOnlySpan<string> order) => "";

    public string? ViolatedIndex(Exception exception, TewatashiContext context)
    {
        const string Failed = "UNIQUE constraint failed: ";
        if (Find(exception) is not { SqliteErrorCode: 19 } error || error.Message.IndexOf(Failed, StringComparison.Ordinal) is var at && at < 0) return null;
        var columns = error.Message[(at + Failed.Length)..].TrimEnd('\'', '.').Split(", ");
        var table = columns[0].Split('.')[0];
        return SqliteIndexes.NameOf(context.Model, table, [.. columns.Select(column => column.Split('.')[1])]);
    }

    public Task MigrateAsync(CancellationToken cancellationToken) => new SqliteMigration(file, this).RunAsync(cancellationToken);

    public Task<string?> WhyNotReadyAsync(DatabaseRole role, CancellationToken cancellationToken) =>
        Schema.WhyNotReadyAsync(() => NewContext(role, null), File.Exists(file), cancellationToken);

    public Task InsertManyAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class =>
        SqliteBulkInsert.RunAsync(context, rows, cancellationToken);

    public async Task<DbConnection> OpenAsync(DatabaseRole role, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellationToken);
        opened.Prepare(connection);
        return connection;
    }

    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return [];
        await using var connection = await OpenAsync(DatabaseRole.Owner, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) tables.Add(reader.GetString(0));
        return tables;
    }

    /// <summary>The whole file goes, so that no page of it keeps what was in it.</summary>
    public Task DropAsync(string last, CancellationToken cancellationToken)
    {
        using (var connection = new SqliteConnection(ConnectionString(file))) SqliteConnection.ClearPool(connection);
        foreach (var part in new[] { "-wal", "-shm", "-journal", "" }) File.Delete(file + part);
        return Task.CompletedTask;
    }

    public async Task<Snapshot> SnapshotAsync(DatabaseRole role, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await OpenAsync(role, cancellationToken);
        return new Snapshot(connection, connection.BeginTransaction(deferred: true), entering: null);
    }

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString(file))) SqliteConnection.ClearPool(connection);
        writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SqliteException? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException found) return found;
        }

        return null;
    }

    private sealed class Turn(IAsyncDisposable transaction, SemaphoreSlim writer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await transaction.DisposeAsync();
            }
            finally
            {
                writer.Release();
            }
        }
    }

    private sealed class Opened(string synchronous) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }

        public void Prepare(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = 10000; PRAGMA synchronous = {synchronous};";
            command.ExecuteNonQuery();
        }
    }
}
