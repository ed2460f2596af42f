using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>
/// Makes the cells of an office's day when its first seat is taken, and fits the cells that are there to changed hours and
/// closures. A row of its own at minute -1, the head of the day, is put and locked first by both: whoever comes second waits there
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
    /// Fits every cell made for these days to the calendar as it is now. The days on which more is taken than would be left; on
    /// such an answer the caller must abandon.
    /// </summary>
    public static async Task<IReadOnlyList<DateOnly>> FitAsync(
        this Work work, IEnumerable<Guid> buildings, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return [];
        var calendar = await CounterCalendar.LoadAsync(work.Context, cancellationToken);
        var first = days.Min();
        var last = days.Max();
        foreach (var building in buildings)
        {
            var owners = calendar.Counters.Where(counter => counter.BuildingId == building).Select(counter => counter.Id).Append(building).ToList();
            var cells = (await work.Context.Cells.AsNoTracking()
                .Where(cell => owners.Contains(cell.OwnerId) && cell.Day >= first && cell.Day <= last && cell.Minute > Head)
                .ToListAsync(cancellationToken)).ToLookup(cell => cell.Day);
            var missing = new List<CellSize>();
            var changed = new List<CellSize>();
            foreach (var day in days.Where(cells.Contains))
            {
                var there = cells[day].ToDictionary(cell => (cell.OwnerId, cell.Minute));
                var wanted = calendar.CellsOf(building, day).ToDictionary(cell => (cell.OwnerId, cell.Minute));
                missing.AddRange(wanted.Values.Where(cell => !there.ContainsKey((cell.OwnerId, cell.Minute))));
                foreach (var cell in there.Values)
                {
                    var size = wanted.GetValueOrDefault((cell.OwnerId, cell.Minute)) ?? new CellSize(cell.OwnerId, day, cell.Minute, 0, 0);
                    if ((cell.Capacity, cell.Kept) != (size.Capacity, size.Kept)) changed.Add(size);
                }
            }

            await AddAsync(work, missing, LeaveThere, cancellationToken);
            var full = await ChangeAsync(work, changed, cancellationToken);
            if (full.Count > 0) return full;
        }

        return [];
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

    private static async Task<IReadOnlyList<DateOnly>> ChangeAsync(Work work, List<CellSize> cells, CancellationToken cancellationToken)
    {
        foreach (var chunk in cells.Chunk(RowsPerStatement))
        {
            var values = new StringBuilder();
            var parameters = new List<object> { work.Municipality.Value };
            foreach (var cell in chunk) Append(values, parameters, "", cell, "");
            var statement =
                $$"""
                  WITH size (owner_id, day, minute, capacity, kept) AS (VALUES {{values}})
                  UPDATE cell SET capacity = size.capacity, kept = size.kept
                  FROM size
                  WHERE cell.municipality = {0} AND cell.owner_id = size.owner_id AND cell.day = size.day AND cell.minute = size.minute
                    AND cell.taken <= size.capacity
                  """;
            if (await work.Context.Database.ExecuteSqlRawAsync(statement, parameters, cancellationToken) == chunk.Length) continue;
            return await FullDaysAsync(work, cells, cancellationToken);
        }

        return [];
    }

    private static async Task<IReadOnlyList<DateOnly>> FullDaysAsync(Work work, List<CellSize> cells, CancellationToken cancellationToken)
    {
        var days = cells.Select(cell => cell.Day).Distinct().ToList();
        var taken = (await work.Context.Cells.AsNoTracking().Where(cell => days.Contains(cell.Day) && cell.Taken > 0).ToListAsync(cancellationToken))
            .ToDictionary(cell => (cell.OwnerId, cell.Day, cell.Minute), cell => cell.Taken);
        return
        [
            .. cells.Where(cell => taken.GetValueOrDefault((cell.OwnerId, cell.Day, cell.Minute)) > cell.Capacity)
                .Select(cell => cell.Day).Distinct().Order(),
        ];
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
