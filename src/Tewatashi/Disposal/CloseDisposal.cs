using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Disposal;

/// <summary>完了: every card of an approved proposal was destroyed, has dropped out or is 紛失確定. Its report stays.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CloseDisposal(Database database)
{
    public sealed record Request(Guid BatchId);

    public abstract record Outcome;

    public sealed record Closed : Outcome;

    /// <param name="Cards">So many are neither destroyed nor dropped out.</param>
    public sealed record NotDone(int Cards) : Outcome;

    /// <summary>Not approved, or closed before.</summary>
    public sealed record NotRunning : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.CloseDisposal, async work =>
        {
            var closed = await work.Context.DisposalBatches.Where(row => row.Id == request.BatchId && row.State == DisposalState.Approved)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, DisposalState.Closed)
                    .SetProperty(row => row.EndedAt, work.Now)
                    .SetProperty(row => row.EndedBy, Guid.Parse(caller.Actor.Id))
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (closed == 0) return work.Refuse(new NotRunning());
            var running = await work.Context.DisposalCards.Where(row => row.BatchId == request.BatchId && DisposalRows.Running.Contains(row.State)).ToListAsync(cancellationToken);
            var cards = running.ConvertAll(row => row.CardId);
            var lost = await work.Context.Cards.Where(card => cards.Contains(card.Id) && card.Progress == CardProgress.Lost).Select(card => card.Id).ToListAsync(cancellationToken);
            foreach (var row in running.Where(row => lost.Contains(row.CardId))) DisposalRows.Drop(work, row, DisposalDrop.Missing);
            if (running.Count > lost.Count) return work.Refuse(new NotDone(running.Count - lost.Count));
            work.Record(nameof(Closed), request.BatchId, others: lost);
            return new Closed();
        }, (_, _) => Task.FromResult<Outcome>(new Closed()), cancellationToken);
}
