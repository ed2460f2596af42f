using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Counters;

/// <summary>What a change of hours, kept seats or counters does to the days to come.</summary>
public static class HoursChange
{
    /// <summary>The days that may have seats taken: from a day to the last one that is bookable or booked, inclusive.</summary>
    internal static async Task<IReadOnlyList<DateOnly>> DaysFromAsync(Work work, DateOnly from, CancellationToken cancellationToken)
    {
        var last = Time.JapanTime.DateOf(work.Now).AddDays(await work.Context.Settings.Select(row => row.HorizonDays).SingleAsync(cancellationToken) + 1);
        if (await work.Context.Cells.MaxAsync(cell => (DateOnly?)cell.Day, cancellationToken) is { } made && made > last) last = made;
        var days = new List<DateOnly>();
        for (var day = from; day <= last; day = day.AddDays(1)) days.Add(day);
        return days;
    }

    /// <summary>Fits the seats of all days to come to changed settings (<c>KeptPercent</c>), after they were saved in this work.</summary>
    public static async Task FitSeatsToSettingsAsync(this Work work, CancellationToken cancellationToken)
    {
        var buildings = await work.Context.Counters.Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken);
        var days = await DaysFromAsync(work, Time.JapanTime.DateOf(work.Now), cancellationToken);
        await work.StopMakingAsync(buildings, days, cancellationToken);
        await work.FitAsync(buildings, days, cancellationToken);
    }
}
