using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations.Families;

namespace Tewatashi.Reservations;

/// <summary>
/// Moves a booked visit to another time, at the same or another counter, under the same 予約番号: the new seat is taken and the old one
/// given back in one stroke, so that a refusal leaves the old one as it was. On the internet until the municipality's cut-off; staff also on
/// the day itself. Who lost the place (要日時変更) is bound by no cut-off, and chooses first for a while.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class ChangeVisit(Database database, KeyStore keys)
{
    public sealed record Request(Guid VisitId, Guid CounterId, DateOnly Day, TimeOnly StartsAt);

    public abstract record Outcome;

    public sealed record Changed(Guid VisitId, ReservationNumber Number) : Outcome;

    public sealed record Refused(SeatRefusal Why) : Outcome;

    /// <summary>The cut-off of the internet is over; the telephone can still help.</summary>
    public sealed record TooLate(DateTimeOffset Until) : Outcome;

    /// <summary>No booked visit of this resident, or someone has checked in or ended it.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ChangeReservation, async work =>
        {
            var outcome = await ChangeAsync(work, request, cancellationToken);
            if (outcome is not Changed) work.Abandon();
            return outcome;
        }, async (work, first) =>
        {
            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == first.SubjectId, cancellationToken);
            return new Changed(visit.Id, visit.ReservationNumber);
        }, cancellationToken);

    private async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var (booked, until) = await BookedVisit.FindAsync(work, request.VisitId, cancellationToken, lostToo: true);
        if (booked is null) return until is { } over ? new TooLate(over) : new NotFound();
        var (visit, at) = (booked.Visit, new VisitTime(request.CounterId, request.Day, request.StartsAt));
        if (await new VisitMoving(work, keys).MoveAsync(booked, at, [], cancellationToken) is { } why) return new Refused(why);
        work.Record("Changed", visit.Id, FormattableString.Invariant($"{visit.Day:yyyy-MM-dd} {visit.StartsAt:HH:mm}→{at.Day:yyyy-MM-dd} {at.StartsAt:HH:mm}"),
            booked.Cards);
        return new Changed(visit.Id, visit.ReservationNumber);
    }
}
