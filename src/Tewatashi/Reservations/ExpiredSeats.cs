using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Gives back what expired holds still take, so that they stand in no way of a change of hours or a closure.</summary>
internal static class ExpiredSeats
{
    public static async Task GiveBackExpiredAsync(this Work work, IReadOnlyCollection<Guid> buildings, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return;
        var first = days.Min();
        var last = days.Max();
        var expired = await work.Context.Visits.AsNoTracking()
            .Where(row => row.Seat == SeatState.Held && row.HoldExpiresAt <= work.Now && buildings.Contains(row.BuildingId) && row.Day >= first && row.Day <= last)
            .ToListAsync(cancellationToken);
        foreach (var given in await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken)) await work.MoveSeatsAsync(null, [given], cancellationToken);
    }
}
