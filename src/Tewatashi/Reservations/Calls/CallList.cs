using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Calls;

/// <summary>電話連絡一覧: puts calls on the list and takes them off, in the transaction of what they tell.</summary>
internal static class CallList
{
    /// <summary>The states in which someone still has to do something.</summary>
    public static readonly CallState[] Live = [CallState.Open, CallState.NotReached, CallState.Reached];

    public static Task AddCallAsync(this Work work, NewCall call, CancellationToken cancellationToken) => work.AddCallsAsync([call], cancellationToken);

    /// <summary>Puts them on the list; where a card has a live call for the reason already, that one is brought up to date.</summary>
    public static async Task AddCallsAsync(this Work work, IReadOnlyCollection<NewCall> calls, CancellationToken cancellationToken)
    {
        if (calls.Count == 0) return;
        var cards = calls.Select(call => call.CardId).Distinct().ToList();
        var live = await work.Context.Calls.Where(row => cards.Contains(row.CardId) && Live.Contains(row.State)).ToListAsync(cancellationToken);
        foreach (var call in calls)
        {
            if (live.Find(row => row.CardId == call.CardId && row.Reason == call.Reason) is { } there)
            {
                there.VisitId = call.VisitId;
                there.DueAt = call.DueAt;
                // Told of something else before: it begins anew.
                there.State = CallState.Open;
                continue;
            }

            work.Context.Add(new Call
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                CardId = call.CardId,
                Reason = call.Reason,
                VisitId = call.VisitId,
                DueAt = call.DueAt,
                CreatedAt = work.Now,
            });
        }
    }

    /// <summary>The reason went away: nobody needs to call these cards for it any more.</summary>
    public static Task WithdrawCallsAsync(this Work work, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken, params CallReason[] reasons) =>
        EndAsync(work, cardIds, reasons, CallState.Withdrawn, null, cancellationToken);

    /// <summary>Staff settled it with the person on the line.</summary>
    public static Task CompleteCallsAsync(this Work work, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken, params CallReason[] reasons) =>
        EndAsync(work, cardIds, reasons, CallState.Done, work.Caller.Actor.Id, cancellationToken);

    /// <summary>The matter is settled: by staff on the telephone, or by the person on the internet, so that nobody needs to call.</summary>
    public static Task SettleCallsAsync(this Work work, IReadOnlyCollection<Guid> cardIds, CancellationToken cancellationToken, params CallReason[] reasons) =>
        work.Caller.Actor.Kind == ActorKind.Staff
            ? work.CompleteCallsAsync(cardIds, cancellationToken, reasons)
            : work.WithdrawCallsAsync(cardIds, cancellationToken, reasons);

    private static Task<int> EndAsync(
        Work work, IReadOnlyCollection<Guid> cardIds, CallReason[] reasons, CallState state, string? by, CancellationToken cancellationToken) =>
        work.Context.Calls
            .Where(row => cardIds.Contains(row.CardId) && reasons.Contains(row.Reason) && Live.Contains(row.State))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.AnsweredAt, work.Now)
                .SetProperty(row => row.AnsweredBy, by)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
}
