using Npgsql;
using Tewatashi.Data;

namespace Tewatashi.Bench;

/// <summary>L1: a booking by the one prepared statement that is the least that books anything, on a connection of its own, from C#.</summary>
internal sealed class StatementClient : Crowd.IClient
{
    private const int Places = 10_000;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly NpgsqlParameter<int> place = new();
    private readonly NpgsqlParameter<Guid> booking = new();
    private readonly NpgsqlParameter<long> at = new();
    private readonly NpgsqlParameter<Guid> entry = new();

    public StatementClient(string connectionString)
    {
        connection = new NpgsqlConnection(connectionString);
        connection.Open();
        command = new NpgsqlCommand(
            """
            WITH place AS (UPDATE limit_place SET taken = taken + 1 WHERE id = $1 AND taken < capacity RETURNING id),
                 booking AS (INSERT INTO limit_booking SELECT $2, id, $3 FROM place RETURNING id)
            INSERT INTO limit_audit SELECT $4, $3, id, 'Booked' FROM booking
            """, connection)
        { Parameters = { place, booking, at, entry } };
        command.Prepare();
    }

    public static async Task PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
             CREATE TABLE limit_place (id int PRIMARY KEY, capacity int NOT NULL, taken int NOT NULL DEFAULT 0, CHECK (taken <= capacity));
             CREATE TABLE limit_booking (id uuid PRIMARY KEY, place int NOT NULL, booked_at bigint NOT NULL);
             CREATE TABLE limit_audit (id uuid PRIMARY KEY, at bigint NOT NULL, subject uuid NOT NULL, outcome text NOT NULL);
             INSERT INTO limit_place SELECT i, 1000000 FROM generate_series(0, {Places - 1}) AS i;
             """, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public bool Act(List<double> took, long begun)
    {
        place.TypedValue = Random.Shared.Next(Places);
        booking.TypedValue = Ids.New();
        at.TypedValue = Environment.TickCount64;
        entry.TypedValue = Ids.New();
        if (command.ExecuteNonQuery() != 1) throw new InvalidOperationException("The place was full.");
        return true;
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
