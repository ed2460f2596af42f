using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>
/// Joins another person of the family to the visit that is being put together: by that person's own 受付番号 and 受付パスワード, never by the
/// session alone.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class JoinPerson(Database database, KeyStore keys)
{
    public sealed record Request(byte[] SessionHash, ReceptionNumber? ReceptionNumber, SerialNumber? SerialNumber, ReceptionPassword Password);

    public abstract record Outcome;

    public sealed record Joined(Guid CardId) : Outcome;

    /// <summary>Number and password do not fit together.</summary>
    public sealed record Refused : Outcome;

    public sealed record AlreadyJoined : Outcome;

    /// <summary>As many as may come together are there already.</summary>
    public sealed record Enough(int Most) : Outcome;

    /// <summary>The person is known; the card cannot be booked now.</summary>
    public sealed record NotBookable(BookingRefusal Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.AddPerson, async work =>
        {
            var outcome = await JoinAsync(work, request, cancellationToken);
            if (outcome is Refused) work.AbandonRecording("Refused", Guid.Parse(work.Caller.Actor.Id));
            else if (outcome is not Joined) work.Abandon();
            return outcome;
        }, cancellationToken: cancellationToken);

    private async Task<Outcome> JoinAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (await Credential.FindAsync(work, keys, request.ReceptionNumber, request.SerialNumber, request.Password, cancellationToken) is not { } notice) return new Refused();
        var persons = await work.Context.SessionPersons.AsNoTracking().Where(row => row.SecretHash == request.SessionHash).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        if (persons.Exists(person => person.CardId == notice.CardId)) return new AlreadyJoined();
        var most = (await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).PersonsPerVisit;
        if (persons.Count is 0 || persons.Count >= most) return new Enough(most);
        var card = (await BookableCard.LoadAsync(work.Context, [notice.CardId], cancellationToken)).Single();
        if (card.WhyNot(Channel.Web, work.Now, persons[0].CardId is not null && card.FirstCardId == persons[0].CardId ? card.VisitId : null) is { } why) return new NotBookable(why);

        work.Context.Add(new SessionPerson
        {
            Municipality = work.Municipality,
            SecretHash = request.SessionHash,
            CardId = notice.CardId,
            Ordinal = persons[^1].Ordinal + 1,
        });
        work.Record("Joined", notice.CardId);
        return new Joined(notice.CardId);
    }
}
