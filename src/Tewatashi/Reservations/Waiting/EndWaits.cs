using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Ends the waits that have no more point: booked otherwise, the days gone by, the card no longer to be collected, nobody answering.</summary>
[UseCase(UsedBy.Worker)]
public sealed class EndWaits(Database database)
{
    /// <returns>How many were ended.</returns>
    public async Task<int> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(caller.Municipality, context => context.WaitingEntries.AsNoTracking().Where(row => row.EndedAt == null).Select(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
        var ended = 0;
        foreach (var id in waiting)
        {
            // First without a lock: most go on.
            var over = await database.ReadAsync(caller.Municipality, async context =>
                await context.WaitingEntries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellationToken) is { } entry
                && await WhyOverAsync(context, entry, database.Clock.GetUtcNow(), cancellationToken) is not null, cancellationToken);
            if (over && await EndAsync(caller, id, cancellationToken)) ended++;
        }

        return ended;
    }

    private Task<bool> EndAsync(Caller caller, Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.LeaveWaitingList, async work =>
        {
            if (await work.LockWaitAsync(id, cancellationToken) is not { } entry) return work.Refuse(false);
            if (await WhyOverAsync(work.Context, entry, work.Now, cancellationToken) is not { } reason) return work.Refuse(false);
            await work.EndWaitAsync(entry, reason, cancellationToken);
            work.Record("WaitEnded", entry.CardId, reason.ToString());
            return true;
        }, cancellationToken: cancellationToken);

    private static async Task<WaitingEnd?> WhyOverAsync(TewatashiContext context, WaitingEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
        var stand = await WaitingStand.OfAsync(context, entry, rules, cancellationToken);
        if (stand.WhyOver(rules) is { } reason) return reason;
        var last = await context.SeatOffers.AsNoTracking().Where(row => row.WaitingId == entry.Id).OrderByDescending(row => row.OfferedAt).ThenByDescending(row => row.Id)
            .Select(row => row.EndReason).Take(OfferSeats.Unanswered).ToListAsync(cancellationToken);
        return last.Count == OfferSeats.Unanswered && last.TrueForAll(end => end == OfferEnd.Expired) ? WaitingEnd.NoAnswer : null;
    }
}
