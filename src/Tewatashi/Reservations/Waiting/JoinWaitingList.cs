using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Waiting;

/// <summary>空き待ち: a resident waits for a seat on days that are full, or for an earlier one than the booking there is.</summary>
[UseCase(UsedBy.Resident)]
public sealed class JoinWaitingList(Database database, KeyStore keys)
{
    /// <param name="SessionHash">Of the session in which was answered who comes.</param>
    public sealed record Request(byte[] SessionHash, WaitingWish Wish);

    public abstract record Outcome;

    public sealed record Joined(Guid WaitingId) : Outcome;

    public sealed record Refused(WaitingRefusal Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => WaitingRace.RunAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.JoinWaitingList, async work =>
        {
            var cardId = Guid.Parse(work.Caller.Actor.Id);
            var (entry, refusal) = await new WaitingJoin(work, keys).AddAsync(cardId, await PersonsAsync(work, request.SessionHash, cancellationToken), request.Wish, Channel.Web, cancellationToken);
            if (entry is null) return work.Refuse<Outcome>(new Refused(refusal!)); // one of the two
            work.Record("Joined", entry.Id, others: [cardId]);
            return new Joined(entry.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Joined(first.SubjectId!.Value)), cancellationToken), // recorded above
        new Refused(new WaitingRefusal.AlreadyWaiting()));

    /// <summary>None where not everyone has answered.</summary>
    private async Task<IReadOnlyList<VisitPerson>> PersonsAsync(Work work, byte[] sessionHash, CancellationToken cancellationToken)
    {
        var persons = await work.Context.SessionPersons.AsNoTracking().Where(row => row.SecretHash == sessionHash).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        return persons.Exists(person => person.RecipientKind is null)
            ? []
            : [.. persons.Select(person => new VisitPerson(person.CardId, person.RecipientKind!.Value, ProxyNames.OpenInSession(keys, person), person.KindId))]; // none is null, see above
    }
}
