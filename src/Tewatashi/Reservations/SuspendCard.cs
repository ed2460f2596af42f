using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>
/// 保留: stops a card for one of the listed reasons until someone lifts it. A live booking stays as it is; the outcome names it, and it goes
/// on the call list, because somebody must tell the resident.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SuspendCard(Database database)
{
    public sealed record Request(Guid CardId, Suspension Reason);

    public abstract record Outcome;

    /// <param name="Booking">The live booking it meets; null where there is none.</param>
    public sealed record Suspended(LiveBooking? Booking) : Outcome;

    /// <summary>Stopped before; the reason is changed by lifting it first.</summary>
    public sealed record AlreadySuspended(Suspension Reason) : Outcome;

    /// <summary>Handed over, disposed of, lost or sent back.</summary>
    public sealed record Over(CardProgress Progress) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => request.Reason == Suspension.Abolished
        ? throw new ArgumentException("A card is abolished by its disposal alone.", nameof(request))
        : database.WriteAsync<Outcome>(caller, OperationKind.SuspendCard, async work =>
        {
            var outcome = await SuspendAsync(work, request, cancellationToken);
            if (outcome is Suspended) work.Record(nameof(Suspended), request.CardId, request.Reason.ToString());
            else work.Abandon();
            return outcome;
        }, async (work, first) => new Suspended(await LiveBooking.OfAsync(work.Context, first.SubjectId ?? request.CardId, cancellationToken)), cancellationToken);

    /// <summary>The same as a part of another step, which records it.</summary>
    internal static async Task<Outcome> SuspendAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var stopped = await work.Context.Cards
            .Where(row => row.Id == request.CardId && row.Suspension == null)
            .Where(row => row.Progress == CardProgress.Expected || row.Progress == CardProgress.Received
                || row.Progress == CardProgress.Inspected || row.Progress == CardProgress.Prepared || row.Progress == CardProgress.PinSet)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Suspension, request.Reason)
                .SetProperty(row => row.SuspendedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (stopped == 0)
        {
            return await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CardId, cancellationToken) switch
            {
                null => new NotFound(),
                { Suspension: { } reason } => new AlreadySuspended(reason),
                var card => new Over(card.Progress),
            };
        }

        return new Suspended(await work.CallForCardAsync(request.CardId, cancellationToken));
    }
}
