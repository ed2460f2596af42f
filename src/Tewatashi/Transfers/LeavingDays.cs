using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Transfers;

/// <summary>By which day a card must leave to be in the other office in time.</summary>
/// <param name="days">開庁日 that a parcel takes; 0: it leaves and arrives on one day.</param>
internal sealed class LeavingDays(int days, BusinessDays calendar)
{
    /// <summary>As the municipality has set it, with its closures.</summary>
    public static async Task<LeavingDays> ReadAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var days = await context.Settings.Select(row => row.TransferBusinessDays).SingleAsync(cancellationToken);
        var closed = await context.Closures.Where(row => row.CounterId == null).Select(row => row.Day).ToListAsync(cancellationToken);
        return new(days, new BusinessDays(closed.ToHashSet()));
    }

    /// <summary>The last day on which it can leave, inclusive. The later it is needed, the later it can leave.</summary>
    public DateOnly Of(DateOnly neededOn) => days == 0 ? neededOn : calendar.Add(neededOn, -days);

    /// <summary>The last day on which what leaves on a day can be needed, inclusive: what is needed by then and still here must leave on that day.</summary>
    public DateOnly LastNeededOn(DateOnly leavingOn)
    {
        var needed = leavingOn;
        while (Of(needed.AddDays(1)) <= leavingOn) needed = needed.AddDays(1);
        return needed;
    }
}
