using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Outages;

/// <summary>Writes down who came in vain, in the transaction in which it shows.</summary>
internal static class TurningAway
{
    /// <summary>The outage that runs at a counter now; null where none does.</summary>
    public static Task<Guid?> RunningOutageAsync(this Work work, Guid counterId, CancellationToken cancellationToken) =>
        work.Context.Outages
            .Where(row => row.EndedAt == null && row.FromAt <= work.Now && row.UntilAt > work.Now)
            .Where(row => !work.Context.OutageCounters.Any(one => one.OutageId == row.Id) || work.Context.OutageCounters.Any(one => one.OutageId == row.Id && one.CounterId == counterId))
            .Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Counts each booking once. How many were counted now.</summary>
    public static async Task<int> TurnAwayAsync(this Work work, Guid outageId, TurnedAwayWay way, IReadOnlyCollection<Guid> reservationIds, CancellationToken cancellationToken)
    {
        var there = await work.Context.TurnedAway.Where(row => row.OutageId == outageId && row.ReservationId != null && reservationIds.Contains(row.ReservationId.Value))
            .Select(row => row.ReservationId!.Value).ToListAsync(cancellationToken);
        var fresh = reservationIds.Except(there).ToList();
        foreach (var reservation in fresh) Add(work, outageId, way, reservation);
        return fresh.Count;
    }

    public static void Add(Work work, Guid outageId, TurnedAwayWay way, Guid? reservationId) => work.Context.Add(new TurnedAway
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        OutageId = outageId,
        ReservationId = reservationId,
        Way = way,
        At = work.Now,
    });
}
