using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>
/// The limit of an import: rows that lie in the database already, whole and sealed, go into tables of the same columns, checks, indexes and
/// foreign keys; in portions as large as the import's, each in a transaction of its own, as many at once. Nothing is read from a file,
/// checked, encrypted, recorded, sent over a connection, or held against a wall.
/// </summary>
internal sealed class BareMerge(Ground ground)
{
    private const string Drop = "DROP TABLE IF EXISTS merge_applicant, merge_card, made_applicant, made_card";

    /// <summary>Rows in a second.</summary>
    /// <param name="municipality">Whose cards and applicants are taken for it.</param>
    /// <param name="rows">How many it has.</param>
    public async Task<double> RunAsync(MunicipalityCode municipality, int rows, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await RunAsync(connection, Drop, cancellationToken);
        await PrepareAsync(connection, municipality, cancellationToken);
        var card = await AskAsync(connection, Columns("card"), cancellationToken);
        var applicant = await AskAsync(connection, Columns("applicant"), cancellationToken);
        var pace = ground.Provider.Pace;
        // Lines begin with 2 below the header; an empty portion at the end costs nothing.
        var portions = new ConcurrentQueue<int>(Enumerable.Range(0, (rows / pace.Rows) + 2).Select(number => number * pace.Rows));
        var writers = new List<NpgsqlConnection>();
        for (var i = 0; i < pace.AtOnce; i++) writers.Add(await OpenAsync(cancellationToken));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(writers.Select(async writer =>
        {
            while (portions.TryDequeue(out var first))
            {
                var where = string.Create(CultureInfo.InvariantCulture, $"WHERE made_ordinal >= {first} AND made_ordinal < {first + pace.Rows}");
                await using var transaction = await writer.BeginTransactionAsync(cancellationToken);
                await RunAsync(writer, $"INSERT INTO merge_card ({card}) SELECT {card} FROM made_card {where}", cancellationToken);
                await RunAsync(writer, $"INSERT INTO merge_applicant ({applicant}) SELECT {applicant} FROM made_applicant {where}", cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var writer in writers) await writer.DisposeAsync();
        if (await AskAsync(connection, "SELECT count(*)::text FROM merge_applicant", cancellationToken) != rows.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException("The bare merge did not take all rows.");
        await RunAsync(connection, Drop, cancellationToken);
        return rows / seconds;
    }

    private static async Task PrepareAsync(NpgsqlConnection connection, MunicipalityCode municipality, CancellationToken cancellationToken)
    {
        await RunAsync(connection,
            $"""
             ANALYZE card, applicant;
             CREATE TABLE merge_card (LIKE card INCLUDING ALL);
             CREATE TABLE merge_applicant (LIKE applicant INCLUDING ALL);
             CREATE UNLOGGED TABLE made_card AS
               SELECT *, ordinal AS made_ordinal FROM card WHERE municipality = '{municipality.Value}' ORDER BY ordinal;
             CREATE UNLOGGED TABLE made_applicant AS
               SELECT applicant.*, card.ordinal AS made_ordinal FROM applicant JOIN card ON card.municipality = applicant.municipality AND card.id = card_id
               WHERE applicant.municipality = '{municipality.Value}' ORDER BY card.ordinal;
             CREATE INDEX ON made_card (made_ordinal);
             CREATE INDEX ON made_applicant (made_ordinal);
             ANALYZE made_card;
             ANALYZE made_applicant;
             """, cancellationToken);
        foreach (var table in new[] { "card", "applicant" })
        {
            var keys = await AskAsync(connection,
                $"SELECT string_agg('ADD ' || pg_get_constraintdef(oid), ', ') FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype = 'f'", cancellationToken);
            await RunAsync(connection, $"ALTER TABLE merge_{table} {keys.Replace("REFERENCES card(", "REFERENCES merge_card(", StringComparison.Ordinal)}", cancellationToken);
        }
    }

    private static string Columns(string table) =>
        $"SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped";

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ground.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<string> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 600 };
        return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "";
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
