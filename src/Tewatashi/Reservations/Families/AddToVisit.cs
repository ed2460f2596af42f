using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations.Families;

/// <summary>
/// Adds people to a booked visit: on the internet those whom the session has joined with their own notices, at the desk those for whom
/// the proof was asked. The seat grows where it is; where it cannot, another time for all together is needed.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class AddToVisit(Database database, KeyStore keys)
{
    /// <param name="At">Another time for everyone; null: as it is now, longer.</param>
    public abstract record Request(Guid VisitId, VisitTime? At);

    /// <summary>Those joined to this session and not yet in the visit.</summary>
    public sealed record FromSession(Guid VisitId, byte[] SessionHash, VisitTime? At = null) : Request(VisitId, At);

    /// <param name="Proven">The operator has asked for the proof of each and read out the purpose of use.</param>
    public sealed record ForCaller(Guid VisitId, IReadOnlyList<VisitPerson> Persons, bool Proven, VisitTime? At = null) : Request(VisitId, At);

    public abstract record Outcome;

    public sealed record Added(Guid VisitId, ReservationNumber Number) : Outcome;

    /// <summary>Not so much is free in one piece there; nothing was changed.</summary>
    /// <param name="Minutes">Of everyone together: a time for so many is needed.</param>
    public sealed record NoRoom(int Minutes) : Outcome;

    public sealed record Refused(SeatRefusal Why) : Outcome;

    /// <summary>The proof was not asked for.</summary>
    public sealed record NotProven : Outcome;

    /// <summary>Nobody is waiting to be added, or who comes has not been answered.</summary>
    public sealed record Nobody : Outcome;

    /// <summary>The cut-off of the internet is over; the telephone can still help.</summary>
    public sealed record TooLate(DateTimeOffset Until) : Outcome;

    /// <summary>No booked visit of this resident, or someone has checked in or ended it.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.AddPerson, async work =>
        {
            var outcome = await AddAsync(work, request, cancellationToken);
            if (outcome is not Added) work.Abandon();
            return outcome;
        }, async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            return new Added(visit.Id, visit.ReservationNumber);
        }, cancellationToken),
        () => new Refused(new SeatRefusal.Full()));

    private async Task<Outcome> AddAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (request is ForCaller { Proven: false }) return new NotProven();
        var (booked, until) = await BookedVisit.FindAsync(work, request.VisitId, cancellationToken);
        if (booked is null) return until is { } over ? new TooLate(over) : new NotFound();
        var persons = request switch
        {
            ForCaller forCaller => forCaller.Persons,
            FromSession fromSession => await JoinedAsync(work, booked, fromSession.SessionHash, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (persons.Count == 0) return new Nobody();

        switch (await new VisitMoving(work, keys).MoveAsync(booked, request.At, persons, cancellationToken))
        {
            case SeatRefusal.Full when request.At is null:
                return new NoRoom(await VisitMinutes.WithAsync(work.Context, booked.Rules, booked.Coming, persons, cancellationToken));
            case { } why:
                return new Refused(why);
            default:
                work.Record("Added", booked.Visit.Id, booked.Channel == Channel.Phone ? "Phone Proven" : null, persons.Select(person => person.CardId).OfType<Guid>());
                return new Added(booked.Visit.Id, booked.Visit.ReservationNumber);
        }
    }

    private async Task<IReadOnlyList<VisitPerson>> JoinedAsync(Work work, BookedVisit booked, byte[] sessionHash, CancellationToken cancellationToken)
    {
        var there = booked.Cards.ToList();
        var joined = await work.Context.SessionPersons.AsNoTracking()
            .Where(row => row.SecretHash == sessionHash && row.RecipientKind != null && row.CardId != null && !there.Contains(row.CardId.Value)).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        return [.. joined.Select(person => new VisitPerson(person.CardId, person.RecipientKind!.Value, ProxyNames.OpenInSession(keys, person)))]; // asked for, see above
    }
}
