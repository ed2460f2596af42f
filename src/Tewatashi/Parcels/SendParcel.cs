using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Parcels;

/// <summary>移送便の発送: the parcel is closed and leaves. Nothing goes into it or out of it any more; it has to be there by the rule of today.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SendParcel(Database database)
{
    public sealed record Request(Guid ParcelId);

    public abstract record Outcome;

    public sealed record Sent(int Cards, DateOnly DueOn) : Outcome;

    public sealed record Empty : Outcome;

    /// <summary>It has left already, or was given up.</summary>
    public sealed record NotPacking : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller with { OperationId = null }, OperationKind.SendParcel, async work =>
        {
            var context = work.Context;
            if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.Packing, cancellationToken)) return work.Refuse(new NotPacking());
            var cards = await context.PackedIn(request.ParcelId).Select(row => row.CardId).ToListAsync(cancellationToken);
            if (cards.Count == 0) return work.Refuse(new Empty());
            var due = await context.DueAsync(JapanTime.DateOf(work.Now), cancellationToken);
            await context.Parcels.Where(row => row.Id == request.ParcelId).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ParcelState.OnTheWay)
                .SetProperty(row => row.SentAt, work.Now)
                .SetProperty(row => row.SentBy, caller.Actor.Id)
                .SetProperty(row => row.DueOn, due)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            work.Record("Sent", request.ParcelId, FormattableString.Invariant($"{cards.Count}"), cards.OfType<Guid>());
            return new Sent(cards.Count, due);
        }, cancellationToken: cancellationToken);
}
