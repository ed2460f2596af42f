using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Postgres;

/// <summary>
/// Sets the municipality in front of a statement, on the same way to the database: of a transaction's first statement for the
/// transaction; where a use case only reads, of each statement, which then is a transaction of its own that nobody has to begin and end.
/// </summary>
internal sealed class Entering : DbCommandInterceptor
{
    public static readonly Entering Wall = new();

    private const string Statement = "SELECT set_config('tewatashi.municipality', @wall, true)";

    private Entering()
    {
    }

    /// <summary>For statements that pass by the context: enters on a way of its own, where that is still to be done.</summary>
    public static async Task NowAsync(PostgresContext context, NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        if (context.Enter() is not { } municipality) return;
        await using var command = new NpgsqlCommand(Statement, connection, transaction);
        command.Parameters.Add(Parameter(municipality));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // What a batch of changes answers is counted statement by statement: nothing may stand before it.
        if (eventData is { CommandSource: CommandSource.SaveChanges, Context: PostgresContext context })
            await NowAsync(context, (NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction, cancellationToken); // the context's own connection
        else Precede(command, eventData);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Precede(command, eventData);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsPreceded(command)) await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (IsPreceded(command)) result.NextResult();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Precede(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Precede(command, eventData);
        return result;
    }

    private static void Precede(DbCommand command, CommandEventData eventData)
    {
        if ((eventData.Context as PostgresContext)?.Enter() is not { } municipality) return;
        command.CommandText = Statement + ";\n" + command.CommandText;
        command.Parameters.Add(Parameter(municipality));
    }

    private static bool IsPreceded(DbCommand command) => command.CommandText.StartsWith(Statement, StringComparison.Ordinal);

    private static NpgsqlParameter<string> Parameter(MunicipalityCode municipality) => new("wall", municipality.Value);
}
