using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;

namespace Tewatashi.Reservations;

/// <summary>
/// The telephone desk books for a caller: from the same seats as the internet, the kept ones too, in one step. Whoever calls has
/// proven by 製造管理番号, カナ氏名 and 誕生日 that the card is theirs; the operator says so.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class BookForCaller(Database database, KeyStore keys)
{
    /// <param name="Proven">The operator has asked for the proof and heard the purpose of use read out.</param>
    public sealed record Request(IReadOnlyList<VisitPerson> Persons, Guid CounterId, DateOnly Day, TimeOnly StartsAt, bool Proven);

    public abstract record Outcome;

    public sealed record Booked(Guid VisitId, ReservationNumber Number) : Outcome;

    public sealed record Refused(SeatRefusal Why) : Outcome;

    /// <summary>The proof was not asked for.</summary>
    public sealed record NotProven : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) => LostRace.RetryAsync<Outcome>(
        () => database.WriteAsync<Outcome>(caller, OperationKind.BookReservation, work => BookAsync(work, request, cancellationToken), async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            return new Booked(visit.Id, visit.ReservationNumber);
        }, cancellationToken),
        () => new Refused(new SeatRefusal.NotBookable(request.Persons[0].CardId, BookingRefusal.AlreadyBooked)));

    private async Task<Outcome> BookAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        if (!request.Proven)
        {
            work.Abandon();
            return new NotProven();
        }

        var wish = new VisitWish(request.CounterId, request.Day, request.StartsAt, Channel.Phone, request.Persons);
        var (visit, refusal) = await new VisitTaking(work, keys).TakeAsync(wish, cancellationToken);
        if (visit is null)
        {
            work.Abandon();
            return new Refused(refusal!); // one of the two
        }

        work.Record("Booked", visit.Id, "Phone Proven", request.Persons.Select(person => person.CardId).OfType<Guid>());
        return new Booked(visit.Id, visit.ReservationNumber);
    }
}
