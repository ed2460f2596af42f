using System.Globalization;

namespace Tewatashi.Data;

/// <summary>
/// The mark that a database was made by <c>demo</c>: a table that no migration knows, made before the first of them. Only a
/// database that bears it may be made anew or obey a shifted clock; no other can come to bear it.
/// </summary>
public sealed class Demonstration(IDatabaseProvider provider)
{
    private const string Table = "demonstration";

    public enum State
    {
        /// <summary>No table at all: nothing was ever kept here.</summary>
        Nothing,

        /// <summary>Somebody's data.</summary>
        NotADemonstration,

        /// <summary>A demonstration whose making was cut off.</summary>
        Unfinished,
        Finished,
    }

    public async Task<State> StateAsync(CancellationToken cancellationToken)
    {
        var tables = await provider.TablesAsync(cancellationToken);
        if (tables.Count == 0) return State.Nothing;
        if (!tables.Contains(Table)) return State.NotADemonstration;
        await using var connection = await provider.OpenAsync(DatabaseRole.Owner, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {Table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0 ? State.Finished : State.Unfinished;
    }

    /// <summary>Marks an empty database, before its schema is made.</summary>
    /// <exception cref="InvalidOperationException">It is not empty.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await StateAsync(cancellationToken) != State.Nothing) throw new InvalidOperationException("Only an empty database can become a demonstration.");
        await RunAsync($"CREATE TABLE {Table} (finished_at text NOT NULL)", cancellationToken);
    }

    public Task FinishAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        RunAsync($"INSERT INTO {Table} (finished_at) VALUES ('{at.UtcDateTime:O}')", cancellationToken);

    /// <summary>Removes everything, the mark last.</summary>
    /// <exception cref="InvalidOperationException">It bears no mark.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (await StateAsync(cancellationToken) is State.Nothing or State.NotADemonstration) throw new InvalidOperationException("Only a demonstration can be removed.");
        await provider.DropAsync(Table, cancellationToken);
    }

    private async Task RunAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = await provider.OpenAsync(DatabaseRole.Owner, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
