using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Parcels;

/// <summary>
/// 過不足の確認: a parcel that does not balance, or never came, is closed by two people. What did not arrive is 所在不明 from then on; what came too many
/// stays where the books say until it is scanned somewhere.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class SignDifference(Database database)
{
    public sealed record Request(Guid ParcelId, SecondSignature Second);

    public abstract record Outcome;

    public sealed record Signed(int Missing, int Extra) : Outcome;

    /// <summary>Nothing differs: it is closed by one.</summary>
    public sealed record Balanced : Outcome;

    /// <summary>It has not left, or is closed.</summary>
    public sealed record NotOpen : Outcome;

    /// <summary>The second person is the one who is signed in.</summary>
    public sealed record SamePerson : Outcome;

    /// <summary>The second person's user id or password is wrong, locked or may not do this.</summary>
    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) ?? throw new InvalidOperationException("A signature was given.");
        return await database.WriteAsync(caller, OperationKind.SignDifference, work => SignAsync(work, request, second, cancellationToken),
            (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken);
    }

    private static async Task<Outcome> SignAsync(Work work, Request request, SecondPerson second, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (!await work.TakeTurnAsync(request.ParcelId, ParcelState.OnTheWay, cancellationToken) && !await work.TakeTurnAsync(request.ParcelId, ParcelState.Received, cancellationToken))
            return work.Refuse(new NotOpen());
        var missing = await context.PackedIn(request.ParcelId).AsNoTracking().ToListAsync(cancellationToken);
        var extra = await context.ParcelLines.AsNoTracking().Where(row => row.ParcelId == request.ParcelId && row.State == ParcelLineState.Extra).ToListAsync(cancellationToken);
        if (missing.Count + extra.Count == 0) return work.Refuse(new Balanced());
        switch (await second.StandsAsync(work, Permission.MoveCards, request.ParcelId, cancellationToken))
        {
            case SecondPerson.Answer.SamePerson: return new SamePerson();
            case SecondPerson.Answer.Refused: return new SecondRefused();
        }

        foreach (var line in missing)
        {
            var card = await context.Cards.SingleAsync(row => row.Id == line.CardId, cancellationToken);
            if (!await work.MoveAsync(card, PlaceStep.FailToArrive, Place.Missing, cancellationToken)) throw new PassingException();
            await work.EndLineAsync(request.ParcelId, card.Id, ParcelLineState.Missing, cancellationToken);
        }

        var signedBy = second.Id.ToString();
        await context.Parcels.Where(row => row.Id == request.ParcelId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ParcelState.Closed)
            .SetProperty(row => row.EndedAt, work.Now)
            .SetProperty(row => row.EndedBy, work.Caller.Actor.Id)
            .SetProperty(row => row.SignedBy, signedBy)
            .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        work.Record(nameof(Signed), request.ParcelId, FormattableString.Invariant($"-{missing.Count} +{extra.Count}"), [.. missing.Concat(extra).Select(line => line.CardId).OfType<Guid>(), second.Id]);
        return new Signed(missing.Count, extra.Count);
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken)
    {
        switch (first.Outcome)
        {
            case nameof(SamePerson): return new SamePerson();
            case SecondPerson.Wrong: return new SecondRefused();
        }

        var states = await work.Context.ParcelLines.Where(row => row.ParcelId == first.SubjectId).Select(row => row.State).ToListAsync(cancellationToken);
        return new Signed(states.Count(state => state == ParcelLineState.Missing), states.Count(state => state == ParcelLineState.Extra));
    }
}
