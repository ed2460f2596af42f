using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>
/// Makes the cells of an office's day when its first seat is taken, and gives the cells that are there the size of a changed
/// calendar. A row of its own at minute -1, the head of the day, is put and locked first by both: whoever comes second waits there
/// and then reads the calendar as the first left it.
/// </summary>
internal static class SeatDays
{
    /// <summary>No time of day: a cell with this minute is the head of an office's day.</summary>
    public const int Head = -1;

    private const int RowsPerStatement = 500;
    private const string LeaveThere = "DO NOTHING";

    // Changes nothing, and so locks the row until the work ends.
    private const string LockThere = "(municipality, owner_id, day, minute) DO UPDATE SET kept = 0";

    public static async Task MakeDayAsync(this Work work, Guid buildingId, DateOnly day, CancellationToken cancellationToken)
    {
        await work.StopMakingAsync([buildingId], [day], cancellationToken);
        var calendar = await CounterCalendar.LoadAsync(work.Context, cancellationToken);
        await AddAsync(work, calendar.CellsOf(buildingId, day), LeaveThere, cancellationToken);
    }

    /// <summary>Waits for bookings that are just making these days; none can begin to before this work has ended.</summary>
    public static Task StopMakingAsync(this Work work, IEnumerable<Guid> buildings, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken) =>
        AddAsync(work, [.. buildings.Order().SelectMany(building => days.Select(day => new CellSize(building, day, Head, 0, 0)))], LockThere, cancellationToken);

    /// <summary>
    /// Gives every cell made for these days of an office the size the calendar has for it; where more is taken, as many seats as are
    /// taken, so that none is sold any more.
    /// </summary>
    /// <returns>The days on which more is taken than the calendar has.</returns>
    public static async Task<IReadOnlyList<DateOnly>> ResizeAsync(
        this Work work, CounterCalendar calendar, Guid buildingId, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        var there = await MadeAsync(work, calendar, buildingId, days, cancellationToken);
        var missing = new List<CellSize>();
        var changed = new List<CellSize>();
        foreach (var day in days.Where(there.Contains))
        {
            var made = there[day].ToDictionary(cell => (cell.OwnerId, cell.Minute));
            var wanted = calendar.CellsOf(buildingId, day).ToDictionary(cell => (cell.OwnerId, cell.Minute));
            missing.AddRange(wanted.Values.Where(cell => !made.ContainsKey((cell.OwnerId, cell.Minute))));
            foreach (var cell in made.Values)
            {
                var size = wanted.GetValueOrDefault((cell.OwnerId, cell.Minute)) ?? new CellSize(cell.OwnerId, day, cell.Minute, 0, 0);
                if ((cell.Capacity, cell.Kept) != (size.Capacity, size.Kept)) changed.Add(size);
            }
        }

        await AddAsync(work, missing, LeaveThere, cancellationToken);
        if (changed.Count == 0) return [];
        await ChangeAsync(work, changed, cancellationToken);
        var after = await MadeAsync(work, calendar, buildingId, [.. changed.Select(cell => cell.Day).Distinct()], cancellationToken);
        var sizes = changed.ToDictionary(cell => (cell.OwnerId, cell.Day, cell.Minute), cell => cell.Capacity);
        return
        [
            .. after.SelectMany(day => day)
                .Where(cell => sizes.TryGetValue((cell.OwnerId, cell.Day, cell.Minute), out var capacity) && cell.Taken > capacity)
                .Select(cell => cell.Day).Distinct().Order(),
        ];
    }

    private static async Task<ILookup<DateOnly, Cell>> MadeAsync(
        Work work, CounterCalendar calendar, Guid buildingId, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        var owners = calendar.Counters.Where(counter => counter.BuildingId == buildingId).Select(counter => counter.Id).Append(buildingId).ToList();
        return (await work.Context.Cells.AsNoTracking()
            .Where(cell => owners.Contains(cell.OwnerId) && days.Contains(cell.Day) && cell.Minute > Head)
            .ToListAsync(cancellationToken)).ToLookup(cell => cell.Day);
    }

    private static async Task AddAsync(Work work, IReadOnlyList<CellSize> cells, string onConflict, CancellationToken cancellationToken)
    {
        foreach (var chunk in cells.Chunk(RowsPerStatement))
        {
            var values = new StringBuilder();
            var parameters = new List<object> { work.Municipality.Value };
            foreach (var cell in chunk) Append(values, parameters, "{0}, ", cell, ", 0, 0");
            var statement = $"INSERT INTO cell (municipality, owner_id, day, minute, capacity, kept, taken, taken_on_web) VALUES {values} ON CONFLICT {onConflict}";
            await work.Context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
        }
    }

    private static async Task ChangeAsync(Work work, List<CellSize> cells, CancellationToken cancellationToken)
    {
        foreach (var chunk in cells.Chunk(RowsPerStatement))
        {
            var values = new StringBuilder();
            var parameters = new List<object> { work.Municipality.Value };
            foreach (var cell in chunk) Append(values, parameters, "", cell, "");
            // Locked in the order in which bookings lock them, so that nobody waits in a circle.
            var statement =
                $$"""
                  WITH size (owner_id, day, minute, capacity, kept) AS (VALUES {{values}}),
                  locked AS (
                    SELECT cell.owner_id
                    FROM size CROSS JOIN cell
                    WHERE cell.municipality = {0} AND cell.owner_id = size.owner_id AND cell.day = size.day AND cell.minute = size.minute
                    {{work.Provider.LockRowsOf("cell", "owner_id", "day", "minute")}}
                  )
                  UPDATE cell SET capacity = CASE WHEN cell.taken > size.capacity THEN cell.taken ELSE size.capacity END, kept = size.kept
                  FROM size
                  WHERE cell.municipality = {0} AND cell.owner_id = size.owner_id AND cell.day = size.day AND cell.minute = size.minute
                    AND (SELECT count(*) FROM locked) > 0
                  """;
            await work.Context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken);
        }
    }

    private static void Append(StringBuilder values, List<object> parameters, string before, CellSize cell, string after)
    {
        values.Append(values.Length == 0 ? "(" : ", (").Append(before);
        foreach (var value in new object[] { cell.OwnerId, cell.Day, cell.Minute, cell.Capacity, cell.Kept })
        {
            values.Append(CultureInfo.InvariantCulture, $"{{{parameters.Count}}}, ");
            parameters.Add(value);
        }

        values.Length -= 2;
        values.Append(after).Append(')');
    }
}
