using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Notices;

namespace Tewatashi.Reservations.Families;

/// <summary>
/// A further person is to join a visit that is booked already: proven by that person's own notice, with who comes for it. The session
/// keeps it until a time was found for everyone.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class JoinVisit(Database database, KeyStore keys)
{
    public sealed record Request(byte[] SessionHash, Guid VisitId, ReceptionNumber? ReceptionNumber, SerialNumber? SerialNumber, ReceptionPassword Password, RecipientKind RecipientKind, KanaName? ProxyName);

    public abstract record Outcome;

    public sealed record Joined(Guid CardId) : Outcome;

    /// <summary>Number and password do not fit together.</summary>
    public sealed record Refused : Outcome;

    public sealed record AlreadyThere : Outcome;

    /// <summary>As many as may come together are there already.</summary>
    public sealed record Enough(int Most) : Outcome;

    /// <summary>The person is known; the card cannot be booked now.</summary>
    public sealed record NotBookable(BookingRefusal Why) : Outcome;

    /// <summary>No booked visit of this resident that can still be changed.</summary>
    public sealed record NotFound : Outcome;

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
        if ((await BookedVisit.FindAsync(work, request.VisitId, cancellationToken)).Booked is not { } booked) return new NotFound();
        if (booked.Coming.Any(row => row.CardId == notice.CardId)) return new AlreadyThere();
        var most = booked.Rules.Settings.PersonsPerVisit;
        if (booked.Coming.Count >= most) return new Enough(most);
        var card = (await BookableCard.LoadAsync(work.Context, [notice.CardId], cancellationToken)).Single();
        if (PersonRefusal.Of(new VisitPerson(card.Id, request.RecipientKind, request.ProxyName), card, Channel.Web, booked.Rules, null) is { } why) return new NotBookable(why);

        // Typed again, or somebody else in their place: one waits at a time.
        var there = booked.Cards.ToList();
        await work.Context.SessionPersons.Where(row => row.SecretHash == request.SessionHash && row.Ordinal > 1 && (row.CardId == null || !there.Contains(row.CardId.Value))).ExecuteDeleteAsync(cancellationToken);
        var last = await work.Context.SessionPersons.Where(row => row.SecretHash == request.SessionHash).MaxAsync(row => (int?)row.Ordinal, cancellationToken) ?? 1;
        var person = new SessionPerson
        {
            Municipality = work.Municipality,
            SecretHash = request.SessionHash,
            CardId = card.Id,
            Ordinal = last + 1,
            RecipientKind = request.RecipientKind,
        };
        if (request.RecipientKind.NeedsProxyName() && request.ProxyName is { } name) person.ProxyKanaName = ProxyNames.SealInSession(keys, person, name);
        work.Context.Add(person);
        work.Record("Joined", card.Id);
        return new Joined(card.Id);
    }
}
