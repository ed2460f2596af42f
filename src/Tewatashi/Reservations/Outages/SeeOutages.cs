using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Outages;

/// <summary>The outage that runs and the last ones, in numbers.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeOutages(Database database)
{
    private const int Shown = 5;

    /// <param name="Running">Null where none is.</param>
    /// <param name="Before">The last ones that are over, the newest first.</param>
    /// <param name="Counters">Those that can be chosen.</param>
    public sealed record View(OutageView? Running, IReadOnlyList<OutageView> Before, IReadOnlyList<Counter> Counters);

    public Task<View> RunAsync(MunicipalityCode municipality, CancellationToken cancellationToken) => database.ReadAsync(municipality, async context =>
    {
        var now = database.Clock.GetUtcNow();
        var counters = await context.Counters.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellationToken);
        var views = new List<OutageView>();
        foreach (var span in (await OutageSpan.AllAsync(context, cancellationToken)).OrderByDescending(span => span.Outage.FromAt).Take(Shown + 1))
            views.Add(await ReadAsync(context, span, counters, cancellationToken));
        var running = views.Find(view => view.Outage.IsRunning(now));
        return new View(running, [.. views.Where(view => view != running).Take(Shown)], counters.FindAll(counter => counter.Active));
    }, cancellationToken);

    private static async Task<OutageView> ReadAsync(TewatashiContext context, OutageSpan span, List<Counter> counters, CancellationToken cancellationToken)
    {
        var outage = span.Outage;
        var over = outage.OverAt; // a place lost later was lost to something else
        var (first, last) = (JapanTime.DateOf(outage.FromAt), JapanTime.DateOf(outage.UntilAt));
        var lost = await context.Visits.AsNoTracking().Where(row => row.LostAt >= outage.FromAt && row.LostAt <= over && row.Day >= first && row.Day <= last)
            .Where(row => context.Reservations.Any(person => person.VisitId == row.Id && person.State == ReservationState.NeedsRebooking)).ToListAsync(cancellationToken);
        var unsettled = lost.FindAll(visit => span.Closed(visit.CounterId, visit.Day, SeatSpan.MinuteOf(visit.StartsAt), SeatSpan.MinuteOf(visit.StartsAt) + visit.Minutes));
        var ids = unsettled.ConvertAll(visit => (Guid?)visit.Id);
        return new OutageView(
            outage,
            [.. counters.Where(counter => span.CounterIds.Contains(counter.Id)).Select(counter => counter.Name)],
            unsettled.Count,
            await context.Calls.CountAsync(row => row.Reason == CallReason.Outage && ids.Contains(row.VisitId) && CallList.Live.Contains(row.State), cancellationToken),
            await context.TurnedAway.Where(row => row.OutageId == outage.Id).GroupBy(row => row.Way).Select(group => new { Way = group.Key, Count = group.Count() })
                .ToDictionaryAsync(row => row.Way, row => row.Count, cancellationToken));
    }
}
