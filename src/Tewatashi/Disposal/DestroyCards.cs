using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Time;

namespace Tewatashi.Disposal;

/// <summary>
/// 裁断 with 立会: the witness signs on the same screen for every card whose label was scanned. Then card and place end together. Where the
/// municipality asks for three people, the witness is neither proposer nor approver.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class DestroyCards(Database database)
{
    public sealed record Request(Guid BatchId, SecondSignature Witness);

    public abstract record Outcome;

    /// <param name="Dropped">Cards that are not here as the books say now: not destroyed, put them aside.</param>
    public sealed record Destroyed(int Cards, IReadOnlyList<DroppedCard> Dropped) : Outcome;

    /// <summary>No label was scanned.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>The witness is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The witness's user id or password is wrong, locked or may not do this.</summary>
    public sealed record WitnessRefused : Outcome;

    /// <summary>Three people are asked for, and the witness proposed or approved it.</summary>
    public sealed record ThirdNeeded : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var witness = await SecondPerson.ReadAsync(database, caller, request.Witness, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.DestroyCards, work => DestroyAsync(work, request, witness, cancellationToken), (_, first) => Task.FromResult<Outcome>(first.Outcome switch
        {
            nameof(SamePerson) => new SamePerson(),
            SecondPerson.Wrong => new WitnessRefused(),
            _ => new Destroyed(int.Parse(first.Detail ?? "0", System.Globalization.CultureInfo.InvariantCulture), []),
        }), cancellationToken);
    }

    private static async Task<Outcome> DestroyAsync(Work work, Request request, SecondPerson witness, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await DisposalRows.TakeTurnAsync(work, request.BatchId, DisposalState.Approved, cancellationToken)) return work.Refuse(new Nothing());
        var rows = await context.DisposalCards.Where(row => row.BatchId == request.BatchId && row.State == DisposalCardState.Scanned).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        if (rows.Count == 0) return work.Refuse(new Nothing());
        switch (await witness.StandsAsync(work, Permission.DisposeCards, request.BatchId, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new WitnessRefused();
        }

        var batch = await context.DisposalBatches.AsNoTracking().SingleAsync(row => row.Id == request.BatchId, cancellationToken);
        var people = (await context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).DisposalPeople;
        if (people > 2 && (witness.Id == batch.ProposedBy || witness.Id == batch.ApprovedBy)) return work.Refuse(new ThirdNeeded());

        var dropped = new List<DroppedCard>();
        foreach (var row in rows)
        {
            var card = await context.Cards.SingleAsync(one => one.Id == row.CardId, cancellationToken);
            if (Candidates.WhyNotHere(card) is { } reason)
            {
                row.State = DisposalCardState.Abolished; // missed since its scan: it is scanned again when it is found
                dropped.Add(new(card.SerialNumber, reason));
                continue;
            }

            if (!await work.StepAsync(card, CardStep.Dispose, cancellationToken)
                || !await work.MoveAsync(card, PlaceStep.Destroy, Place.Destroyed, cancellationToken)) throw new PassingException();
            row.State = DisposalCardState.Destroyed;
            row.EndedAt = work.Now;
            row.EndedBy = Guid.Parse(work.Caller.Actor.Id);
            row.WitnessId = witness.Id;
        }

        var destroyed = rows.Count - dropped.Count;
        work.Record(nameof(Destroyed), request.BatchId, FormattableString.Invariant($"{destroyed}"), [witness.Id, .. rows.Select(row => row.CardId)]);
        return new Destroyed(destroyed, dropped);
    }
}
