using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>
/// The one stock of seats. Taking and giving back is a single conditional update over all cells concerned, all or none, locked in
/// key order: nothing is ever sold twice and nobody waits in a circle.
/// </summary>
internal static class Seats
{
    /// <summary>Gives back and takes in one stroke. False: not every cell has room; nothing was changed.</summary>
    /// <param name="take">The seat wanted; null where seats are only given back.</param>
    /// <param name="give">Seats that are given back at the same time.</param>
    public static async Task<bool> MoveSeatsAsync(this Work work, SeatSpan? take, IReadOnlyCollection<SeatSpan> give, CancellationToken cancellationToken)
    {
        if (await ChangeAsync(work, take, give, cancellationToken)) return true;
        if (take is null) throw new InvalidOperationException("Seats given back were not taken.");
        switch (await LookAsync(work, take, cancellationToken))
        {
            case Look.Full when give.Count == 0:
                return false;
            case Look.NotMade:
                await work.MakeDayAsync(take.BuildingId, take.Day, cancellationToken);
                break;
        }

        return await ChangeAsync(work, take, give, cancellationToken);
    }

    private enum Look
    {
        /// <summary>Not every cell is there yet.</summary>
        NotMade,
        Full,

        /// <summary>Someone else made the day, or gave seats back, since we tried.</summary>
        Room,
    }

    private static async Task<Look> LookAsync(Work work, SeatSpan span, CancellationToken cancellationToken)
    {
        var from = SeatSpan.MinuteOf(span.StartsAt);
        var to = from + span.Minutes;
        var cells = await work.Context.Cells.AsNoTracking()
            .Where(cell => (cell.OwnerId == span.CounterId || cell.OwnerId == span.BuildingId) && cell.Day == span.Day && cell.Minute >= from && cell.Minute < to)
            .Select(cell => new { cell.Capacity, cell.Kept, cell.Taken, cell.TakenOnWeb })
            .ToListAsync(cancellationToken);
        if (cells.Count != span.Cells().Count()) return Look.NotMade;
        return cells.TrueForAll(cell => cell.Taken < cell.Capacity && (!span.OnWeb || span.KeptToo || cell.TakenOnWeb < cell.Capacity - cell.Kept)) ? Look.Room : Look.Full;
    }

    private static async Task<bool> ChangeAsync(Work work, SeatSpan? take, IReadOnlyCollection<SeatSpan> give, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<(Guid OwnerId, DateOnly Day, int Minute), (int Taken, int OnWeb)>();
        if (take is not null) Add(take, 1);
        foreach (var span in give) Add(span, -1);
        var needed = changes.Where(change => change.Value != (0, 0)).ToList();
        if (needed.Count == 0) return true;

        var values = new StringBuilder();
        var keptToo = take is { OnWeb: false } or { KeptToo: true } ? 1 : 0;
        var parameters = new List<object> { work.Municipality.Value, needed.Count, keptToo };
        foreach (var ((owner, day, minute), (taken, onWeb)) in needed)
        {
            values.Append(values.Length == 0 ? "(" : ", (");
            foreach (var value in new object[] { owner, day, minute, taken, onWeb })
            {
                values.Append(CultureInfo.InvariantCulture, $"{{{parameters.Count}}}, ");
                parameters.Add(value);
            }

            values.Length -= 2;
            values.Append(')');
        }

        // The rows are locked in key order before any is changed; when one has no room the count does not fit and none is changed. SQLite
        // takes CROSS JOIN as the order of joining: left to itself, one of its versions read every cell there is to know which of these few exist.
        var statement =
            $$"""
              WITH change (owner_id, day, minute, seats, web_seats) AS (VALUES {{values}}),
              room AS (
                SELECT cell.owner_id
                FROM change CROSS JOIN cell
                WHERE cell.municipality = {0} AND cell.owner_id = change.owner_id AND cell.day = change.day AND cell.minute = change.minute
                  AND (change.seats <= 0 OR cell.taken + change.seats <= cell.capacity)
                  AND (change.web_seats <= 0 OR {2} = 1 OR cell.taken_on_web + change.web_seats <= cell.capacity - cell.kept)
                {{work.Provider.LockRowsOf("cell", "owner_id", "day", "minute")}}
              )
              UPDATE cell SET taken = cell.taken + change.seats, taken_on_web = cell.taken_on_web + change.web_seats
              FROM change
              WHERE cell.municipality = {0} AND cell.owner_id = change.owner_id AND cell.day = change.day AND cell.minute = change.minute
                AND (SELECT count(*) FROM room) = {1}
              """;
        return await work.Context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken) == needed.Count;

        void Add(SeatSpan span, int seats)
        {
            foreach (var cell in span.Cells())
            {
                var (taken, onWeb) = changes.GetValueOrDefault(cell);
                changes[cell] = (taken + seats, onWeb + (span.OnWeb ? seats : 0));
            }
        }
    }
}
