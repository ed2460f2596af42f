using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>Writes that the people of a visit have come.</summary>
internal static class VisitArrival
{
    /// <summary>Checks in everyone of the visit who is booked.</summary>
    /// <exception cref="PassingException">Someone else was faster: the whole use case looks again.</exception>
    public static async Task ArriveAsync(Work work, Guid visitId, CallNumber? callNumber, CancellationToken cancellationToken)
    {
        // The visit first: whoever changes or cancels it takes its row first as well, and is done before the look below.
        var call = callNumber?.Value;
        await work.Context.Visits.Where(row => row.Id == visitId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.CheckedInAt, row => row.CheckedInAt ?? work.Now)
            .SetProperty(row => row.CallNumber, row => call ?? row.CallNumber)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var booked = await work.Context.Reservations.AsNoTracking()
            .Where(row => row.VisitId == visitId && row.State == ReservationState.Booked).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        if (booked.Count == 0) throw new PassingException();
        foreach (var reservation in booked)
        {
            if (!await work.StepAsync(reservation, ReservationStep.CheckIn, cancellationToken)) throw new PassingException();
        }
    }
}
