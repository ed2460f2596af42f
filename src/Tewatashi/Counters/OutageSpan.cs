using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Counters;

/// <summary>An outage with the counters it concerns.</summary>
/// <param name="CounterIds">None: every counter.</param>
public sealed record OutageSpan(Outage Outage, IReadOnlyList<Guid> CounterIds)
{
    private const int MinutesOfDay = 24 * 60;

    internal static async Task<IReadOnlyList<OutageSpan>> AllAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        // One statement: a row for each counter, or one alone.
        var rows = await
            (from outage in context.Outages.AsNoTracking()
             from counter in context.OutageCounters.Where(row => row.OutageId == outage.Id).DefaultIfEmpty()
             select new { Outage = outage, CounterId = (Guid?)counter!.CounterId }).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Outage.Id).Select(group => new OutageSpan(group.First().Outage, [.. group.Select(row => row.CounterId).OfType<Guid>()]))];
    }

    public bool Concerns(Guid counterId) => CounterIds.Count == 0 || CounterIds.Contains(counterId);

    /// <summary>A time of a day, both in minutes and the end not included, lies in it at least with a part.</summary>
    public bool Meets(Guid counterId, DateOnly day, int fromMinute, int untilMinute) =>
        Concerns(counterId) && untilMinute > MinuteOn(day, Outage.FromAt) && fromMinute < MinuteOn(day, Outage.OverAt);

    /// <summary>The same of the time that was closed when it was declared or extended, whether or not it was ended earlier: those who lost their place did so up to its end as given.</summary>
    public bool Closed(Guid counterId, DateOnly day, int fromMinute, int untilMinute) =>
        Concerns(counterId) && untilMinute > MinuteOn(day, Outage.FromAt) && fromMinute < MinuteOn(day, Outage.UntilAt);

    // Before the day it is the day's beginning, behind it the day's end.
    private static int MinuteOn(DateOnly day, DateTimeOffset at) =>
        JapanTime.DateOf(at) is var on && on < day ? 0 : on > day ? MinutesOfDay : SeatSpan.MinuteOf(JapanTime.TimeOf(at));
}
