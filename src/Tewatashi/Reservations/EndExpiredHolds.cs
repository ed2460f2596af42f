using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// Ends the holds of a municipality that have run out. For tidiness only: a seat is free for the next taker without it.
/// </summary>
[UseCase(UsedBy.Worker)]
public sealed class EndExpiredHolds(Database database)
{
    // Short transactions: other writers wait for each.
    private const int AtOnce = 50;

    /// <summary>How many were ended; call again while it is not 0.</summary>
    public Task<int> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ReleaseHold, async work =>
        {
            var expired = await work.Context.Visits.AsNoTracking()
                .Where(row => row.Seat == SeatState.Held && row.HoldExpiresAt <= work.Now).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken);
            var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
            if (given.Count == 0)
            {
                work.Abandon();
                return 0;
            }

            await work.MoveSeatsAsync(null, given, cancellationToken);
            work.Record("Expired", others: expired.Select(visit => visit.Id));
            return given.Count;
        }, cancellationToken: cancellationToken);
}
