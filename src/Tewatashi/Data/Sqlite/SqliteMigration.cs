using Microsoft.EntityFrameworkCore;

namespace Tewatashi.Data.Sqlite;

/// <summary>
/// Brings the file up to date. A migration that was killed leaves its lock row behind; this one holds a file lock of its own,
/// so it knows that nobody else is at it, clears the row and finishes.
/// </summary>
internal sealed class SqliteMigration(string file, SqliteProvider provider)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!); // a file lies in a folder
        await using var alone = await LockAsync(file + ".migrate", cancellationToken);
        await using var context = provider.NewContext(DatabaseRole.Owner, null);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var open = new OpenConnection(context);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        foreach (var statement in SqliteWalls.Statements) await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await SqliteStatistics.WriteAsync(context, cancellationToken);
        await Schema.RequireAsync(context, cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
