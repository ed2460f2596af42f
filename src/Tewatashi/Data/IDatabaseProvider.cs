using System.Data.Common;
using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>Everything that differs between SQLite and PostgreSQL.</summary>
public interface IDatabaseProvider : IAsyncDisposable
{
    /// <summary>How fast a load of many rows may go.</summary>
    BulkPace Pace { get; }

    /// <summary>A context on a connection of its own that sees one municipality; null sees none.</summary>
    TewatashiContext NewContext(DatabaseRole role, MunicipalityCode? municipality);

    /// <summary>
    /// Opens the context's transaction, in which the municipality is set with the first statement. Disposed after commit or rollback. Where
    /// nothing is written each statement may be a transaction of its own, with the municipality set in it.
    /// </summary>
    Task<IAsyncDisposable> BeginAsync(TewatashiContext context, MunicipalityCode? municipality, bool writes, CancellationToken cancellationToken);

    /// <summary>Whether a whole use case may simply be tried again: a deadlock, a lost race for a lock.</summary>
    bool IsPassing(Exception exception);

    /// <summary>Closes a SELECT so that the rows it read of a table are locked in the order of these columns; empty where only one transaction writes at a time.</summary>
    string LockRowsOf(string table, params ReadOnlySpan<string> order);

    /// <summary>The unique index or key that was violated, by its name in the model; null for any other failure.</summary>
    string? ViolatedIndex(Exception exception, TewatashiContext context);

    /// <summary>Brings the schema up to date and puts up the walls: privileges, row-level security, triggers.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Ready to serve: reachable and not behind. Null, or the reason why not.</summary>
    Task<string?> WhyNotReadyAsync(DatabaseRole role, CancellationToken cancellationToken);

    /// <summary>Adds many rows at once, the fastest way the database has, inside the context's transaction. Columns as in the model's table.</summary>
    Task InsertManyAsync<T>(TewatashiContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class;

    /// <summary>An open connection of the role for statements outside the model (checks, measurements).</summary>
    Task<DbConnection> OpenAsync(DatabaseRole role, CancellationToken cancellationToken);

    /// <summary>The names of the tables there are; none where nothing was made yet.</summary>
    Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken);

    /// <summary>Removes every table of the schema with all it holds, the named one last.</summary>
    Task DropAsync(string last, CancellationToken cancellationToken);

    /// <summary>An unchanging view of the whole database in the role.</summary>
    Task<Snapshot> SnapshotAsync(DatabaseRole role, CancellationToken cancellationToken);
}
