using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Waiting;

/// <summary>空き待ち for a caller, who has proven that the card is theirs: told by the call list, unless their booking has a mail address.</summary>
[UseCase(UsedBy.Staff)]
public sealed class JoinWaitingListForCaller(Database database, KeyStore keys)
{
    /// <param name="Persons">The one who waits first.</param>
    /// <param name="Proven">The operator has asked for the proof and heard the purpose of use read out.</param>
    public sealed record Request(IReadOnlyList<VisitPerson> Persons, WaitingWish Wish, bool Proven);

    public abstract record Outcome;

    public sealed record Joined(Guid WaitingId) : Outcome;

    public sealed record Refused(WaitingRefusal Why) : Outcome;

    /// <summary>The proof was not asked for.</summary>
    public sealed record NotProven : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => WaitingRace.RunAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.JoinWaitingList, async work =>
        {
            if (!request.Proven) return work.Refuse<Outcome>(new NotProven());
            if (request.Persons[0].CardId is not { } cardId) return work.Refuse<Outcome>(new Refused(new WaitingRefusal.OtherKind()));
            var (entry, refusal) = await new WaitingJoin(work, keys).AddAsync(cardId, request.Persons, request.Wish, Channel.Phone, cancellationToken);
            if (entry is null) return work.Refuse<Outcome>(new Refused(refusal!)); // one of the two
            work.Record("Joined", entry.Id, "Proven", others: [cardId]);
            return new Joined(entry.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Joined(first.SubjectId!.Value)), cancellationToken), // recorded above
        new Refused(new WaitingRefusal.AlreadyWaiting()));
}
