using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations.Kinds;

namespace Tewatashi.Reservations;

/// <summary>
/// 仮押さえ: keeps the chosen time for the persons of a resident's session while the rest of the form is filled in. Choosing another
/// time replaces the hold.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class HoldSeat(Database database, KeyStore keys)
{
    private static readonly Func<TewatashiContext, byte[], IAsyncEnumerable<SessionPerson>> PersonsOf = KeptQuery.Of((TewatashiContext context, byte[] hash) =>
        context.SessionPersons.AsNoTracking().Where(row => row.SecretHash == hash).OrderBy(row => row.Ordinal));

    public sealed record Request(byte[] SessionHash, Guid CounterId, DateOnly Day, TimeOnly StartsAt);

    public abstract record Outcome;

    public sealed record Held(Guid VisitId, DateTimeOffset ExpiresAt) : Outcome;

    /// <summary>Who comes has not been answered for everyone.</summary>
    public sealed record Unanswered : Outcome;

    public sealed record Refused(SeatRefusal Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.HoldSeat, work => HoldAsync(work, request, cancellationToken), (work, first) => FirstAsync(work, first, cancellationToken), cancellationToken),
        () => new Refused(new SeatRefusal.NotBookable(Guid.Parse(caller.Actor.Id), BookingRefusal.AlreadyBooked)));

    private async Task<Outcome> HoldAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var persons = await PersonsOf(work.Context, request.SessionHash).ToListAsync(cancellationToken);
        // Whoever signed in with the notice of the first card needs no address to stand for them.
        var owner = persons.Count > 0 && persons[0].CardId.ToString() == work.Caller.Actor.Id ? null : await LinkOwner.OfAsync(work, cancellationToken);
        if (persons.Count == 0 || (owner is null && persons[0].CardId.ToString() != work.Caller.Actor.Id) || persons.Any(person => person.RecipientKind is null))
        {
            work.Abandon();
            return new Unanswered();
        }

        var wish = new VisitWish(request.CounterId, request.Day, request.StartsAt, Channel.Web,
            [.. persons.Select(person => new VisitPerson(person.CardId, person.RecipientKind!.Value, ProxyNames.OpenInSession(keys, person), person.KindId))], owner); // none is null, see above
        if (owner is not null && await LinkOwner.HasBookingAsync(work, owner, cancellationToken)) return work.Refuse<Outcome>(new Refused(new SeatRefusal.NotBookable(null, BookingRefusal.AlreadyBooked)));
        var (visit, refusal) = await new VisitTaking(work, keys).TakeAsync(wish, cancellationToken);
        if (visit is null)
        {
            work.Abandon();
            return new Refused(refusal!); // one of the two
        }

        work.Record("Held", visit.Id, FormattableString.Invariant($"{visit.Day:yyyy-MM-dd} {visit.StartsAt:HH:mm}"), persons.Select(person => person.CardId).OfType<Guid>());
        return new Held(visit.Id, visit.HoldExpiresAt!.Value); // a hold has an end
    }

    private static async Task<Outcome> FirstAsync(Work work, AuditEntry first, CancellationToken cancellationToken)
    {
        var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
        return new Held(visit.Id, visit.HoldExpiresAt ?? work.Now);
    }
}
