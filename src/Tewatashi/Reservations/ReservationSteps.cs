using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// Takes a reservation one step further: a conditional update on the state and version that were read. False: someone else was
/// faster, or the step is not in the table; nothing was changed.
/// </summary>
public static class ReservationSteps
{
    /// <param name="endReason">A code of the list that belongs to the state it ends in; null where the state says it all.</param>
    public static async Task<bool> StepAsync(
        this Work work, Reservation reservation, ReservationStep step, CancellationToken cancellationToken, string? endReason = null)
    {
        if (ReservationMachine.Reservations.Find(reservation.State, step) is not { } transition) return false;
        var endedAt = ReservationMachine.Live.Contains(transition.To) ? (DateTimeOffset?)null : work.Now;
        var changed = await work.Context.Reservations
            .Where(row => row.Id == reservation.Id && row.State == transition.From && row.Version == reservation.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, transition.To)
                .SetProperty(row => row.EndReason, endReason)
                .SetProperty(row => row.EndedAt, endedAt)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) return false;
        if (work.Context.Entry(reservation) is { State: not EntityState.Detached } entry) await entry.ReloadAsync(cancellationToken);
        return true;
    }
}
