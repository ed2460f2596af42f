using System.Globalization;
using Npgsql;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>Two years of a municipality, written as sets: cards with their notices, past visits with their reservations, cells and log.</summary>
public static class History
{
    private const int Days = 730;

    // Ids as the program makes them (UUIDv7): of the moment, so that they lie in the order of time.
    private const string Functions =
        """
        CREATE OR REPLACE FUNCTION pg_temp.moment(of bigint, total bigint) RETURNS bigint LANGUAGE sql AS
          $$ SELECT (BEGUN - 86400::bigint * 730 * (total - of) / total - 86400) * 1000 $$;
        CREATE OR REPLACE FUNCTION pg_temp.id(kind int, of bigint, total bigint) RETURNS uuid LANGUAGE sql AS
          $$ SELECT (lpad(to_hex(pg_temp.moment(of, total)), 12, '0') || '7' || substr(md5(kind || '-' || of), 1, 3) || '8' || substr(md5(kind || '-' || of), 4, 15))::uuid $$;
        """;

    private static readonly string[] Statements =
    [
        """
        INSERT INTO import (municipality, id, file_name, profile, state, actor_id, started_at, finished_at, all_or_nothing, bytes, rows, rows_read, added, unchanged, refused, warnings, version)
        SELECT $1, pg_temp.id(0, 0, $2), 'history.csv', 'standard', 'Applied', 'bench', pg_temp.moment(0, $2), pg_temp.moment(0, $2), false, 0, 0, 0, 0, 0, 0, 0, 0
        """,
        """
        INSERT INTO notice_batch (municipality, id, created_at, deadline_on, form, name, needs_matching, print_run, stage, version)
        SELECT $1, pg_temp.id(1, 0, $2), pg_temp.moment(0, $2), current_date, 'Guide', '過去', false, 0, 0, 0
        """,
        """
        INSERT INTO card (municipality, id, added_at, amendment_needed, dispatch_number, fingerprint, import_id, ordinal, place_kind, placed_at, progress, route, serial_number, version, handed_over_at)
        SELECT $1, pg_temp.id(2, i, $2), pg_temp.moment(i, $2), false, 'H' || i / 2000, '\x', pg_temp.id(0, 0, $2), i,
               CASE WHEN i <= $3 THEN 'WithResident' ELSE 'None' END, pg_temp.moment(i, $2), CASE WHEN i <= $3 THEN 'HandedOver' ELSE 'Prepared' END, 'Counter',
               'H' || chr(65 + (i / 26000000)::int) || chr(65 + (i / 1000000)::int % 26) || lpad((i % 1000000)::text, 6, '0'), 3, CASE WHEN i <= $3 THEN pg_temp.moment(i, $2) END
        FROM generate_series(1::bigint, $2) AS i
        """,
        """
        INSERT INTO notice (municipality, id, batch_id, card_id, deadline_on, issued_at, ordinal, password_hash, password_salt, reception_number, sent_on, sequence, stage, state, version)
        SELECT $1, pg_temp.id(3, i, $2), pg_temp.id(1, 0, $2), pg_temp.id(2, i, $2), current_date, pg_temp.moment(i, $2), i, sha256(i::text::bytea), substr(sha256(i::text::bytea), 1, 16),
               lpad(i::text, 10, '0'), current_date, 1, 0, CASE WHEN i <= $3 THEN 'Withdrawn' ELSE 'Sent' END, 1
        FROM generate_series(1::bigint, $2) AS i
        """,
        """
        INSERT INTO visit (municipality, id, booked_at, building_id, channel, checked_in_at, counter_id, created_at, day, grid_minutes, hold_extensions, minutes, reservation_number, seat, starts_at, version)
        SELECT $1, pg_temp.id(4, i, $3), pg_temp.moment(i, $3), counter.building_id, 'Web', pg_temp.moment(i, $3), counter.id, pg_temp.moment(i, $3), current_date - 1 - (($3 - i) * 730 / $3)::int, 15, 0, 15,
               lpad(i::text, 10, '0'), 'Taken', time '08:00' + make_interval(mins => (i / 8 % 48)::int * 15), 3
        FROM generate_series(1::bigint, $3) AS i
        JOIN (SELECT row_number() OVER (ORDER BY code) - 1 AS turn, id, building_id FROM counter WHERE municipality = $1) AS counter ON counter.turn = i % 8
        """,
        """
        INSERT INTO reservation (municipality, id, card_id, minutes, ordinal, recipient_kind, state, version, visit_id)
        SELECT $1, pg_temp.id(5, i, $3), pg_temp.id(2, i, $2), 15, 1, 'Applicant', 'Completed', 3, pg_temp.id(4, i, $3)
        FROM generate_series(1::bigint, $3) AS i WHERE $2 > 0
        """,
        """
        INSERT INTO hand_over (municipality, id, at, card_id, counter_id, exceptions, file_number, recipient_kind, reservation_id, staff_member_id)
        SELECT $1, pg_temp.id(9, i, $3), pg_temp.moment(i, $3), pg_temp.id(2, i, $2), counter.id, 'None', lpad(i::text, 10, '0'), 'Applicant', pg_temp.id(5, i, $3), pg_temp.id(10, 0, $3)
        FROM generate_series(1::bigint, $3) AS i
        JOIN (SELECT row_number() OVER (ORDER BY code) - 1 AS turn, id FROM counter WHERE municipality = $1) AS counter ON counter.turn = i % 8
        """,
        """
        INSERT INTO cell (municipality, owner_id, day, minute, capacity, kept, taken, taken_on_web)
        SELECT municipality, owner_id, day, minute, count(*) + 10, 0, count(*), count(*) FROM (
          SELECT municipality, counter_id AS owner_id, day, (extract(epoch FROM starts_at) / 60)::int AS minute FROM visit WHERE municipality = $1 AND day < current_date
          UNION ALL
          SELECT municipality, building_id, day, (extract(epoch FROM starts_at) / 60)::int + part FROM visit CROSS JOIN (VALUES (0), (5), (10)) AS parts (part) WHERE municipality = $1 AND day < current_date
        ) AS taken GROUP BY municipality, owner_id, day, minute
        """,
        """
        INSERT INTO audit_entry (municipality, id, at, actor_kind, actor_id, source, operation, subject_id, outcome, operation_id)
        SELECT $1, pg_temp.id(6 + part, i, $3), pg_temp.moment(i, $3), 'Resident', pg_temp.id(2, i, $2)::text, 'resident 127.0.0.1',
               CASE part WHEN 0 THEN 'HoldSeat' WHEN 1 THEN 'BookReservation' ELSE 'ViewReservation' END, pg_temp.id(4, i, $3), 'Shown', CASE WHEN part < 2 THEN pg_temp.id(6 + part, i, $3) END
        FROM generate_series(1::bigint, $3) AS i CROSS JOIN generate_series(0, 2) AS part WHERE $2 > 0
        """,
        """
        INSERT INTO audit_entry (municipality, id, at, actor_kind, actor_id, source, operation, subject_id, outcome, operation_id)
        SELECT $1, pg_temp.id(11, i, $3), pg_temp.moment(i, $3), 'Staff', pg_temp.id(10, 0, $3)::text, 'staff 127.0.0.1', 'HandOverCard', pg_temp.id(2, i, $2), 'HandedOver', pg_temp.id(11, i, $3)
        FROM generate_series(1::bigint, $3) AS i
        """,
        """
        INSERT INTO audit_subject (municipality, entry_id, subject_id)
        SELECT $1, pg_temp.id(6 + part, i, $3), pg_temp.id(2, i, $2)
        FROM generate_series(1::bigint, $3) AS i CROSS JOIN generate_series(0, 2) AS part WHERE $2 > 0
        """,
    ];

    public static async Task FillAsync(string connectionString, MunicipalityCode municipality, int cards, int visits, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        // One moment for all statements: the ids follow from it, and by them one table's rows find another's.
        await using var now = new NpgsqlCommand("SELECT extract(epoch FROM now())::bigint::text", connection);
        var begun = (string)(await now.ExecuteScalarAsync(cancellationToken))!; // a moment
        await RunAsync(Functions.Replace("730", Days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("BEGUN", begun, StringComparison.Ordinal));
        foreach (var statement in Statements) await RunAsync(statement, municipality.Value, (long)cards, (long)visits);
        await RunAsync("VACUUM ANALYZE");
        await RunAsync("CHECKPOINT");

        async Task RunAsync(string statement, params object[] values)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 3600 };
            // Up to the last one that the statement names; each says its type, so that one it does not name is none too many.
            var last = Enumerable.Range(1, values.Length).LastOrDefault(number => statement.Contains(FormattableString.Invariant($"${number}"), StringComparison.Ordinal));
            foreach (var value in values.Take(last)) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
