using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Cards;

/// <summary>二枚とも残す: a clerk looked at two cards that seem to be the same person's and leaves both as they are. The hint goes away.</summary>
[UseCase(UsedBy.Staff)]
public sealed class KeepBothCards(Database database)
{
    public sealed record Request(Guid CardId, Guid OtherId);

    public abstract record Outcome;

    public sealed record KeptBoth : Outcome;

    /// <summary>Somebody decided so before.</summary>
    public sealed record AlreadyKept : Outcome;

    /// <summary>One of them is not known, or both are the same card.</summary>
    public sealed record NotFound : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<Outcome>(caller, OperationKind.KeepBothCards, async work =>
            {
                var ids = await work.Context.Cards.Where(row => row.Id == request.CardId || row.Id == request.OtherId)
                    .OrderBy(row => row.SerialNumber).Select(row => row.Id).ToListAsync(cancellationToken);
                if (ids is not [var first, var second]) return work.Refuse(new NotFound());
                if (await work.Context.KeptPairs.AnyAsync(row => row.FirstId == first && row.SecondId == second, cancellationToken)) return work.Refuse(new AlreadyKept());
                work.Context.KeptPairs.Add(new KeptPair { Municipality = work.Municipality, FirstId = first, SecondId = second, DecidedAt = work.Now, DecidedBy = work.Caller.Actor.Id });
                work.Record(nameof(KeptBoth), request.CardId, others: [request.OtherId]);
                return new KeptBoth();
            }, (_, _) => Task.FromResult<Outcome>(new KeptBoth()), cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new AlreadyKept();
        }
    }
}
