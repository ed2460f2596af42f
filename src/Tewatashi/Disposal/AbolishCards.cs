using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.Disposal;

/// <summary>
/// 廃止登録済, done at the national terminal, recorded here by scan or from its list, one card after the other. From then on the card is
/// dead: nobody can book it, its notice opens nothing any more, and it waits for its destruction. A card that was booked or changed meanwhile
/// drops out. The database refuses a booking and an abolition that cross: one of the two runs again and sees the other.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class AbolishCards(Database database)
{
    public sealed record Request(Guid BatchId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Left">How many of the proposal are still to be abolished.</param>
    public sealed record Abolished(int Left) : Outcome;

    public sealed record AlreadyAbolished : Outcome;

    public sealed record DroppedOut(DisposalDrop Reason) : Outcome;

    /// <summary>No card of this proposal, or it has ended in it.</summary>
    public sealed record NotInBatch : Outcome;

    /// <summary>Nobody approved it yet, or it has ended.</summary>
    public sealed record NotApproved : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.AbolishCards, async work =>
        {
            if (!await DisposalRows.TakeTurnAsync(work, request.BatchId, DisposalState.Approved, cancellationToken)) return work.Refuse(new NotApproved());
            var card = await work.Context.Cards.SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
            var row = card is null ? null : await work.Context.DisposalCards.SingleOrDefaultAsync(one => one.BatchId == request.BatchId && one.CardId == card.Id, cancellationToken);
            if (card is null || row is null || row.EndedAt is not null) return work.Refuse<Outcome>(new NotInBatch());
            if (row.State != DisposalCardState.Chosen) return work.Refuse<Outcome>(new AlreadyAbolished());
            if (await DisposalRows.DropChangedAsync(work, [row], cancellationToken) is [var dropped])
            {
                work.Record(nameof(DroppedOut), card.Id, dropped.Reason.ToString(), [row.BatchId]);
                return new DroppedOut(dropped.Reason);
            }

            await AbolishAsync(work, card, row, cancellationToken);
            var left = await work.Context.DisposalCards.CountAsync(one => one.BatchId == row.BatchId && one.State == DisposalCardState.Chosen && one.CardId != card.Id, cancellationToken);
            work.Record(nameof(Abolished), card.Id, row.Reason.ToString(), [row.BatchId]);
            return new Abolished(left);
        }, cancellationToken: cancellationToken);

    private static async Task AbolishAsync(Work work, Card card, DisposalCard row, CancellationToken cancellationToken)
    {
        await Holds.StandingBookingAsync(work, card.Id, cancellationToken); // one that ran out: nobody is booked
        var changed = await work.Context.Cards
            .Where(one => one.Id == card.Id && one.Version == card.Version && one.Suspension == card.Suspension && (one.Progress == CardProgress.Inspected || one.Progress == CardProgress.Prepared || one.Progress == CardProgress.PinSet))
            .ExecuteUpdateAsync(set => set
                .SetProperty(one => one.Suspension, Suspension.Abolished)
                .SetProperty(one => one.SuspendedAt, work.Now)
                .SetProperty(one => one.Version, one => one.Version + 1), cancellationToken);
        if (changed == 0) throw new PassingException();
        await work.WithdrawNoticesAsync(card.Id, cancellationToken);
        row.State = DisposalCardState.Abolished;
        row.AbolishedAt = work.Now;
        row.AbolishedBy = Guid.Parse(work.Caller.Actor.Id);
    }
}
