using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counters;

/// <summary>What a change of hours, kept seats or counters does to the days to come.</summary>
internal static class HoursChange
{
    /// <summary>The days that may have seats taken: from a day to the last one that is bookable or booked, inclusive.</summary>
    public static async Task<IReadOnlyList<DateOnly>> DaysFromAsync(TewatashiContext context, DateOnly from, DateOnly today, CancellationToken cancellationToken)
    {
        var last = today.AddDays((await context.RulesOnAsync(today, cancellationToken)).HorizonDays + 1);
        if (await context.Cells.MaxAsync(cell => (DateOnly?)cell.Day, cancellationToken) is { } made && made > last) last = made;
        var days = new List<DateOnly>();
        for (var day = from; day <= last; day = day.AddDays(1)) days.Add(day);
        return days;
    }
}
