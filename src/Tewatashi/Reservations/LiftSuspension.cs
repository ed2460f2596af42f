using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Reservations.Calls;

namespace Tewatashi.Reservations;

/// <summary>保留解除: the reason is gone, the card goes on from where it was stopped, and nobody needs to be called for it. A card that was replaced by a remade one is so no more.</summary>
[UseCase(UsedBy.Staff)]
public sealed class LiftSuspension(Database database)
{
    /// <param name="Version">As the page showed it: nobody lifts a suspension that was not seen.</param>
    public sealed record Request(Guid CardId, int Version);

    public abstract record Outcome;

    public sealed record Lifted : Outcome;

    public sealed record NotSuspended : Outcome;

    /// <summary>廃止登録済: that is final.</summary>
    public sealed record Abolished : Outcome;

    /// <summary>The card changed since the page was shown.</summary>
    public sealed record Overtaken : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.SuspendCard, async work =>
        {
            var card = await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken);
            if (card is not { Suspension: { } was })
            {
                work.Abandon();
                return card is null ? new NotFound() : new NotSuspended();
            }

            if (was == Suspension.Abolished) return work.Refuse(new Abolished());
            var changed = await work.Context.Cards
                .Where(row => row.Id == request.CardId && row.Version == request.Version && row.Suspension == was)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Suspension, (Suspension?)null)
                    .SetProperty(row => row.SuspendedAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 0)
            {
                work.Abandon();
                return new Overtaken();
            }

            if (card.PlaceKind != PlaceKind.Missing) await work.WithdrawCallsAsync([request.CardId], cancellationToken, CallReason.CardOnHold);
            await work.Context.RemadeCards.Where(row => row.OldCardId == request.CardId && row.EndedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.EndedBy, work.Caller.Actor.Id), cancellationToken);
            work.Record(nameof(Lifted), request.CardId, was.ToString());
            return new Lifted();
        }, (_, _) => Task.FromResult<Outcome>(new Lifted()), cancellationToken);
}
