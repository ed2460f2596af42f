using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>The wait of a card that has not ended, with what is offered now. A resident sees the card signed in with alone.</summary>
[UseCase(UsedBy.Both)]
public sealed class ViewWait(Database database)
{
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<Guid>> Live = KeptQuery.Of((TewatashiContext context, Guid cardId) =>
        context.WaitingEntries.Where(row => row.CardId == cardId && row.EndedAt == null).Select(row => row.Id));

    public sealed record Request(Guid CardId);

    /// <summary>Null where the card does not wait, or is another resident's.</summary>
    public Task<WaitView?> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewWaitingList, async work =>
        {
            if (work.Caller.Actor.Kind == ActorKind.Resident && work.Caller.Actor.Id != request.CardId.ToString()) return work.Refuse<WaitView?>(null);
            // Most do not wait, and every page of a booking asks.
            if (!await Live(work.Context, request.CardId).AnyAsync(cancellationToken)) return work.Refuse<WaitView?>(null);
            var found = await WaitViews.OfAsync(work.Context, work.Context.WaitingEntries.AsNoTracking().Where(row => row.CardId == request.CardId && row.EndedAt == null), work.Now, cancellationToken);
            if (found.Count == 0) return work.Refuse<WaitView?>(null);
            work.Record("Shown", request.CardId);
            return found[0];
        }, cancellationToken: cancellationToken);
}
