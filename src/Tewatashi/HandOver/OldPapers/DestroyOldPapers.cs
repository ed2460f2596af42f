using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.OldPapers;

/// <summary>旧カード等の裁断: two people destroy what was kept, and both sign on one screen.</summary>
[UseCase(UsedBy.Staff)]
public sealed class DestroyOldPapers(Database database)
{
    /// <summary>So many entries at a time.</summary>
    public const int Most = 500;

    public sealed record Request(IReadOnlyCollection<Guid> PaperIds, SecondSignature Witness);

    public abstract record Outcome;

    /// <param name="Pieces">How many cards and papers.</param>
    public sealed record Destroyed(int Pieces) : Outcome;

    /// <summary>None of the chosen is still kept.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>The witness is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The witness's user id or password is wrong, locked or may not do this.</summary>
    public sealed record WitnessRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.PaperIds.Count > Most) throw new ArgumentException("Too many at once.", nameof(request));
        var witness = await SecondPerson.ReadAsync(database, caller, request.Witness, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.DestroyOldPapers, work => DestroyAsync(work, request, witness, cancellationToken), (_, first) => Task.FromResult<Outcome>(first.Outcome switch
        {
            nameof(SamePerson) => new SamePerson(),
            SecondPerson.Wrong => new WitnessRefused(),
            _ => new Destroyed(int.Parse(first.Detail ?? "0", System.Globalization.CultureInfo.InvariantCulture)),
        }), cancellationToken);
    }

    private static async Task<Outcome> DestroyAsync(Work work, Request request, SecondPerson witness, CancellationToken cancellationToken)
    {
        var kept = work.Context.OldPapers.Where(row => request.PaperIds.Contains(row.Id) && row.Handling == OldPaperHandling.Kept && row.DestroyedAt == null);
        var chosen = await kept.Select(row => new { row.Id, row.Count }).ToListAsync(cancellationToken);
        if (chosen.Count == 0) return work.Refuse(new Nothing());
        switch (await witness.StandsAsync(work, Permission.DisposeCards, chosen[0].Id, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new WitnessRefused();
        }

        var by = Guid.Parse(work.Caller.Actor.Id);
        var destroyed = await kept.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.DestroyedAt, work.Now)
            .SetProperty(row => row.DestroyedBy, by)
            .SetProperty(row => row.WitnessId, witness.Id), cancellationToken);
        if (destroyed != chosen.Count) throw new PassingException();
        var pieces = chosen.Sum(row => row.Count);
        work.Record(nameof(Destroyed), detail: FormattableString.Invariant($"{pieces}"), others: [witness.Id, .. chosen.Select(row => row.Id)]);
        return new Destroyed(pieces);
    }
}
