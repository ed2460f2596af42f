using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// PostgreSQL. Each role of the program has its own connections: its own sign-in where one is given, else the owner's with SET
/// ROLE on opening (evaluation and tests).
/// </summary>
public sealed class PostgresProvider(IReadOnlyDictionary<DatabaseRole, string> connectionStrings, bool durable = true) : IDatabaseProvider
{
    // One set of options for all roles: the model is built and each query compiled once per process, not once per role.
    private static readonly DbContextOptions<PostgresContext> Options =
        new DbContextOptionsBuilder<PostgresContext>().UseNpgsql().UseSnakeCaseNamingConvention().AddInterceptors(Entering.Wall).Options;

    private readonly ConcurrentDictionary<DatabaseRole, NpgsqlDataSource> open = new();
    private readonly PooledDbContextFactory<PostgresContext> contexts = new(Options);

    /// <summary>Writers do not wait for each other here; three at once keep this process and the database's busy while one of them waits for the disk.</summary>
    public BulkPace Pace { get; } = new(Rows: 1000, AtOnce: 3, PauseMilliseconds: 0);

    public TewatashiContext NewContext(DatabaseRole role, MunicipalityCode? municipality)
    {
        var context = contexts.CreateDbContext();
        context.Look(municipality);
        context.Database.SetDbConnection(Open(role).CreateConnection(), contextOwnsConnection: true);
        return context;
    }

    public async Task<IAsyncDisposable> BeginAsync(
        TewatashiContext context, MunicipalityCode? municipality, bool writes, CancellationToken cancellationToken)
    {
        if (municipality != context.Municipality) throw new ArgumentException("The context sees another municipality.", nameof(municipality));
        if (!writes)
        {
            // One connection for all that is read; each statement looks at what is committed by then, in a transaction or not.
            await context.Database.OpenConnectionAsync(cancellationToken);
            ((PostgresContext)context).EnterWith(eachStatement: true);
            return new OpenConnection(context);
        }

        // What fails here fails the whole transaction: there is nothing to go back to.
        context.Database.AutoSavepointsEnabled = false;
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        ((PostgresContext)context).EnterWith(eachStatement: false);
        return transaction;
    }

    public bool IsPassing(Exception exception) =>
        Find(exception)?.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    public string LockRowsOf(string table, params ReadOnlySpan<string> order) => $"ORDER BY {table}.{string.Join($", {table}.", order)} FOR UPDATE OF {table}";

    public string? ViolatedIndex(Exception exception, TewatashiContext context) =>
        Find(exception) is { SqlState: PostgresErrorCodes.UniqueViolation } error ? error.ConstraintName : null;

    public Task MigrateAsync(CancellationToken cancellationToken) => new PostgresMigration(this).RunAsync(cancellationToken);

    public Task<string?> WhyNotReadyAsync(DatabaseRole role, CancellationToken cancellationToken) =>
        Schema.WhyNotReadyAsync(() => NewContext(role, null), exists: true, cancellationToken);

    public Task InsertManyAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class =>
        PostgresBulkInsert.RunAsync(context, rows, cancellationToken);

    public async Task<DbConnection> OpenAsync(DatabaseRole role, CancellationToken cancellationToken) =>
        await Open(role).OpenConnectionAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(DatabaseRole.Owner, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'public'";
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) tables.Add(reader.GetString(0));
        return tables;
    }

    public async Task DropAsync(string last, CancellationToken cancellationToken)
    {
        var tables = await TablesAsync(cancellationToken);
        await using var connection = await OpenAsync(DatabaseRole.Owner, cancellationToken);
        foreach (var table in tables.OrderBy(name => name == last))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP TABLE \"{table}\" CASCADE";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async Task<Snapshot> SnapshotAsync(DatabaseRole role, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(role, cancellationToken);
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        return new Snapshot(connection, transaction, "SELECT set_config('tewatashi.municipality', @municipality, true)");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in open.Values) await source.DisposeAsync();
    }

    private NpgsqlDataSource Open(DatabaseRole role) => open.GetOrAdd(role, which => PostgresSource.Build(connectionStrings, which, durable));

    private static PostgresException? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is PostgresException found) return found;
        }

        return null;
    }
}
