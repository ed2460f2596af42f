using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>At the shredder: the sleeve's label of each card is scanned before the witness signs for them all. Only an abolished card of this proposal is taken.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ScanForDestruction(Database database)
{
    /// <summary>So many at most for one signature: nobody watches more at a time.</summary>
    public const int MostAtOnce = 100;

    public sealed record Request(Guid BatchId, SerialNumber SerialNumber);

    public abstract record Outcome;

    /// <param name="Count">How many wait for the witness.</param>
    /// <param name="Left">How many of the abolished are still to be scanned.</param>
    public sealed record Scanned(int Count, int Left) : Outcome;

    public sealed record AlreadyScanned(int Count) : Outcome;

    /// <summary>廃止登録 is not recorded yet: it must not be destroyed.</summary>
    public sealed record NotAbolished : Outcome;

    /// <summary>Missing or elsewhere as the books say: its place is put right first.</summary>
    public sealed record NotHere(PlaceKind Kind) : Outcome;

    /// <summary>No card of this proposal, or it has ended in it: it must not be destroyed.</summary>
    public sealed record NotInBatch : Outcome;

    /// <summary>The witness signs first.</summary>
    public sealed record Enough : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller with { OperationId = null }, OperationKind.ScanForDestruction, async work =>
        {
            var outcome = await ScanAsync(work, request, cancellationToken);
            if (outcome is NotInBatch or NotAbolished) work.AbandonRecording(outcome is NotAbolished ? "Stopped" : "WrongCard", request.BatchId);
            return outcome;
        }, cancellationToken: cancellationToken);

    private static async Task<Outcome> ScanAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (!await DisposalRows.TakeTurnAsync(work, request.BatchId, DisposalState.Approved, cancellationToken)) return new NotInBatch();
        var card = await work.Context.Cards.AsNoTracking().SingleOrDefaultAsync(row => row.SerialNumber == request.SerialNumber, cancellationToken);
        var row = card is null ? null : await work.Context.DisposalCards.SingleOrDefaultAsync(one => one.BatchId == request.BatchId && one.CardId == card.Id, cancellationToken);
        if (card is null || row is null || row.EndedAt is not null) return new NotInBatch();
        var count = await work.Context.DisposalCards.CountAsync(one => one.BatchId == row.BatchId && one.State == DisposalCardState.Scanned, cancellationToken);
        if (row.State == DisposalCardState.Scanned) return work.Refuse<Outcome>(new AlreadyScanned(count));
        if (row.State != DisposalCardState.Abolished || card.Suspension != Suspension.Abolished) return new NotAbolished();
        if (Candidates.WhyNotHere(card) is not null) return work.Refuse<Outcome>(new NotHere(card.PlaceKind));
        if (count >= MostAtOnce) return work.Refuse<Outcome>(new Enough());
        row.State = DisposalCardState.Scanned;
        var left = await work.Context.DisposalCards.CountAsync(one => one.BatchId == row.BatchId && one.State == DisposalCardState.Abolished && one.CardId != card.Id, cancellationToken);
        work.Record("ReadForDestruction", card.Id, others: [row.BatchId]);
        return new Scanned(count + 1, left);
    }
}
