using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>起案: selected candidates become a proposal with a number. A card that is no candidate any more is left out and told.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ProposeDisposal(Database database)
{
    private const int Tries = 5;

    public sealed record Request(IReadOnlyCollection<Guid> CardIds);

    public abstract record Outcome;

    /// <param name="LeftOut">How many of the selected are no candidates any more.</param>
    public sealed record Proposed(Guid BatchId, int Cards, int LeftOut) : Outcome;

    /// <summary>None of the selected is a candidate now.</summary>
    public sealed record Nothing : Outcome;

    public sealed record TooMany : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.CardIds.Count > DisposalBatch.MostCards) return new TooMany();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteAsync(request, caller, cancellationToken);
            }
            catch (AlreadyThereException exception) when (attempt < Tries && exception.Index is DisposalBatch.Numbered or DisposalCard.OneRunning)
            {
                // Somebody proposed at the same moment: a number further on, and without their cards.
            }
        }
    }

    private Task<Outcome> WriteAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ProposeDisposal, async work =>
        {
            var candidates = await Candidates.LoadAsync(work.Context, work.Now, request.CardIds, cancellationToken);
            if (candidates.Count == 0) return work.Refuse(new Nothing());
            var batch = await NewBatchAsync(work, cancellationToken);
            work.Context.Add(batch);
            work.Context.AddRange(candidates.Select((candidate, i) => new DisposalCard
            {
                Municipality = work.Municipality,
                BatchId = batch.Id,
                CardId = candidate.CardId,
                Ordinal = i + 1,
                Reason = candidate.Reason,
                FirstNoticeOn = candidate.FirstNoticeOn,
                LastNoticeOn = candidate.LastNoticeOn,
                DueOn = candidate.DueOn,
                State = DisposalCardState.Chosen,
            }));
            work.Record("Created", batch.Id, FormattableString.Invariant($"{candidates.Count}"), candidates.Select(candidate => candidate.CardId));
            return new Proposed(batch.Id, candidates.Count, request.CardIds.Count - candidates.Count);
        }, async (work, first) =>
        {
            var cards = await work.Context.DisposalCards.CountAsync(row => row.BatchId == first.SubjectId, cancellationToken);
            return new Proposed(first.SubjectId!.Value, cards, request.CardIds.Count - cards); // recorded with it
        }, cancellationToken);

    private static async Task<DisposalBatch> NewBatchAsync(Work work, CancellationToken cancellationToken)
    {
        var year = FiscalYear.Of(JapanTime.DateOf(work.Now));
        return new DisposalBatch
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            Year = year,
            Number = 1 + (await work.Context.DisposalBatches.Where(row => row.Year == year).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0),
            State = DisposalState.Proposed,
            ProposedAt = work.Now,
            ProposedBy = Guid.Parse(work.Caller.Actor.Id),
        };
    }
}
