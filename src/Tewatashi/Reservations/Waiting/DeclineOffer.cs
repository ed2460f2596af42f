using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Waiting;

/// <summary>「今回は見送る」: the offered seat goes to the next in line; the wait goes on, and that day at that counter is not offered again.</summary>
[UseCase(UsedBy.Both)]
public sealed class DeclineOffer(Database database)
{
    public sealed record Request(Guid WaitingId, Guid OfferId);

    public abstract record Outcome;

    public sealed record Declined : Outcome;

    /// <summary>The offer is over already.</summary>
    public sealed record Gone : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.DeclineOffer, async work =>
        {
            if (await work.LockOwnWaitAsync(request.WaitingId, cancellationToken) is not { } entry
                || await work.OpenOfferAsync(entry.Id, cancellationToken) is not { } offer || offer.Id != request.OfferId
                || !await work.EndOfferAsync(offer, Holds.GivenUp, cancellationToken)) return work.Refuse<Outcome>(new Gone());
            work.Record("Declined", offer.VisitId, others: [entry.CardId]);
            return new Declined();
        }, (_, _) => Task.FromResult<Outcome>(new Declined()), cancellationToken);
}
