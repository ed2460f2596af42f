using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Reservations.Closures;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Outages;

/// <summary>What a change of an outage means for the seats.</summary>
internal static class OutageDays
{
    /// <param name="until">The farther of its ends before and after the change.</param>
    public static SeatChange.Written Written(Work work, Guid outageId, DateTimeOffset until, IReadOnlyCollection<Guid> buildings, bool removes = false)
    {
        var today = JapanTime.DateOf(work.Now);
        var last = JapanTime.DateOf(until);
        var days = Enumerable.Range(0, Math.Max(1, last.DayNumber - today.DayNumber + 1)).Select(today.AddDays).ToList();
        return new(outageId, FormattableString.Invariant($"{last:yyyy-MM-dd} {JapanTime.TimeOf(until):HH:mm}"), buildings, days, removes);
    }

    /// <summary>The offices that an outage concerns.</summary>
    public static async Task<IReadOnlyCollection<Guid>> BuildingsOfAsync(Work work, Guid outageId, CancellationToken cancellationToken)
    {
        var chosen = await work.Context.OutageCounters.Where(row => row.OutageId == outageId).Select(row => row.CounterId).ToListAsync(cancellationToken);
        return await work.Context.Counters.Where(row => chosen.Count == 0 || chosen.Contains(row.Id)).Select(row => row.BuildingId).Distinct().ToListAsync(cancellationToken);
    }
}
