using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Reservations.Calls;

namespace Tewatashi.Reservations.Waiting;

/// <summary>Ends waits and offers. The entry is locked first, then the visit, the offer and last the cells: every use case in this order.</summary>
internal static class Waits
{
    /// <summary>Locks an entry that has not ended; null where there is none any more.</summary>
    public static async Task<WaitingEntry?> LockWaitAsync(this Work work, Guid waitingId, CancellationToken cancellationToken)
    {
        var locked = await work.Context.WaitingEntries.Where(row => row.Id == waitingId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        return locked == 0 ? null : await work.Context.WaitingEntries.AsNoTracking().SingleAsync(row => row.Id == waitingId, cancellationToken);
    }

    /// <summary>The same for the caller: staff any, a resident only the one of the card signed in with.</summary>
    public static async Task<WaitingEntry?> LockOwnWaitAsync(this Work work, Guid waitingId, CancellationToken cancellationToken) =>
        await work.LockWaitAsync(waitingId, cancellationToken) is { } entry
            && (work.Caller.Actor.Kind != ActorKind.Resident || work.Caller.Actor.Id == entry.CardId.ToString()) ? entry : null;

    public static Task<SeatOffer?> OpenOfferAsync(this Work work, Guid waitingId, CancellationToken cancellationToken) =>
        work.Context.SeatOffers.AsNoTracking().FirstOrDefaultAsync(row => row.WaitingId == waitingId && row.EndedAt == null, cancellationToken);

    /// <summary>Gives the offered seat back. False: someone else ended the offer meanwhile.</summary>
    /// <param name="reason">A reason of <see cref="Holds"/>.</param>
    public static async Task<bool> EndOfferAsync(this Work work, SeatOffer offer, string reason, CancellationToken cancellationToken)
    {
        var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == offer.VisitId, cancellationToken);
        var given = await Holds.EndAsync(work, [visit], reason, cancellationToken);
        if (given.Count == 0) return false;
        await work.MoveSeatsAsync(null, given, cancellationToken);
        return true;
    }

    /// <summary>Nobody needs to call about an offer that has ended; where staff heard the answer on the line, the call is done.</summary>
    public static async Task SettleOfferCallAsync(this Work work, Guid offerId, CancellationToken cancellationToken)
    {
        var cards = await work.Context.SeatOffers.Where(row => row.Id == offerId && row.Way == OfferWay.Call)
            .Join(work.Context.WaitingEntries, offer => offer.WaitingId, entry => entry.Id, (_, entry) => entry.CardId).ToListAsync(cancellationToken);
        if (cards.Count > 0) await work.SettleCallsAsync(cards, cancellationToken, CallReason.Offer);
    }

    /// <summary>Ends a locked entry; an open offer is withdrawn with it. 代理受取人カナ氏名 goes with the wait.</summary>
    public static async Task EndWaitAsync(this Work work, WaitingEntry entry, WaitingEnd reason, CancellationToken cancellationToken)
    {
        await work.Context.WaitingEntries.Where(row => row.Id == entry.Id && row.EndedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.EndedAt, work.Now).SetProperty(row => row.EndReason, reason).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        await work.Context.WaitingPersons.Where(row => row.WaitingId == entry.Id && row.ProxyKanaName != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ProxyKanaName, (byte[]?)null), cancellationToken);
        if (await work.OpenOfferAsync(entry.Id, cancellationToken) is { } offer) await work.EndOfferAsync(offer, Holds.Withdrawn, cancellationToken);
    }
}
