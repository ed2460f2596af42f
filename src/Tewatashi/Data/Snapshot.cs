using System.Data.Common;
using Tewatashi.Municipalities;

namespace Tewatashi.Data;

/// <summary>
/// One unchanging view of the whole database, for statements outside the model: what is written meanwhile is not in it. Entered
/// municipality by municipality, for the walls stand here too.
/// </summary>
public sealed class Snapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly string? entering;

    /// <param name="entering">The statement that opens one municipality's wall; null where there are none.</param>
    internal Snapshot(DbConnection connection, DbTransaction transaction, string? entering)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.entering = entering;
    }

    /// <summary>The municipality's rows of a query, as text. The query's first column is called <c>municipality</c>.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(MunicipalityCode municipality, string query, CancellationToken cancellationToken)
    {
        if (entering is not null)
        {
            await using var enter = NewCommand(entering, municipality);
            await enter.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = NewCommand($"SELECT * FROM ({query}) AS found WHERE municipality = @municipality", municipality);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The keys of all municipalities, from the directory outside the walls.</summary>
    public async Task<IReadOnlyList<MunicipalityCode>> MunicipalitiesAsync(CancellationToken cancellationToken)
    {
        await using var command = NewCommand("SELECT key FROM municipality ORDER BY key", null);
        return [.. (await ReadAsync(command, cancellationToken)).Select(row => MunicipalityCode.Parse(row[0]))];
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private DbCommand NewCommand(string text, MunicipalityCode? municipality)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.CommandTimeout = 0; // A rule over millions of cards takes its minutes; whoever gives up cancels.
        if (municipality is null) return command;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "municipality";
        parameter.Value = municipality.Value;
        command.Parameters.Add(parameter);
        return command;
    }

    private static async Task<List<IReadOnlyList<string>>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string>>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
        return rows;
    }
}
