using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>What a change of hours, kept seats or counters does to the days to come.</summary>
internal static class HoursChange
{
    /// <summary>The days that may have seats taken: from a day to the last one that is bookable or booked, inclusive.</summary>
    public static async Task<IReadOnlyList<DateOnly>> DaysFromAsync(Work work, DateOnly from, CancellationToken cancellationToken)
    {
        var last = Time.JapanTime.DateOf(work.Now).AddDays(await work.Context.Settings.Select(row => row.HorizonDays).SingleAsync(cancellationToken) + 1);
        if (await work.Context.Cells.MaxAsync(cell => (DateOnly?)cell.Day, cancellationToken) is { } made && made > last) last = made;
        var days = new List<DateOnly>();
        for (var day = from; day <= last; day = day.AddDays(1)) days.Add(day);
        return days;
    }
}
