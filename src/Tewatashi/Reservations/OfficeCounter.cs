using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>A counter in use, and the office it stands in.</summary>
internal sealed record OfficeCounter(Counter Counter, string BuildingPath)
{
    public static IQueryable<OfficeCounter> InUse(TewatashiContext context) =>
        context.Counters.AsNoTracking().Where(row => row.Active)
            .Join(context.Locations, counter => counter.BuildingId, building => building.Id, (counter, building) => new OfficeCounter(counter, building.Path));

    public static async Task<OfficeCounter?> FindAsync(TewatashiContext context, Guid counterId, CancellationToken cancellationToken) =>
        (await BookingSetup.OfAsync(context, null, cancellationToken)).Counter(counterId);

    /// <summary>The cells that so many minutes from a time cover; null where the time is not on the grid or the day too short.</summary>
    /// <param name="keptToo">The internet may take the kept seats of this day too.</param>
    public SeatSpan? SpanOf(DateOnly day, TimeOnly startsAt, int minutes, bool onWeb, bool keptToo = false)
    {
        var whole = BookingRules.OnGrid(minutes, Counter.GridMinutes);
        var from = SeatSpan.MinuteOf(startsAt);
        return from % Counter.GridMinutes != 0 || startsAt.Ticks % TimeSpan.TicksPerMinute != 0 || from + whole > 24 * 60
            ? null
            : new SeatSpan(Counter.Id, Counter.BuildingId, day, startsAt, whole, Counter.GridMinutes, onWeb) { KeptToo = keptToo };
    }
}
