using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations;

/// <summary>Cancels a booked visit with everyone in it and gives its seat back. On the internet until the municipality's cut-off, which does not bind who lost the place.</summary>
[UseCase(UsedBy.Both)]
public sealed class CancelVisit(Database database)
{
    public const string ByResident = nameof(ByResident);
    public const string ByOperator = nameof(ByOperator);

    public sealed record Request(Guid VisitId);

    public abstract record Outcome;

    public sealed record Cancelled : Outcome;

    /// <summary>The cut-off of the internet is over; the telephone can still help.</summary>
    public sealed record TooLate(DateTimeOffset Until) : Outcome;

    /// <summary>No booked visit of this resident, or someone has checked in or ended it.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.CancelReservation, async work =>
        {
            var outcome = await CancelAsync(work, request, cancellationToken);
            if (outcome is not Cancelled) work.Abandon();
            return outcome;
        }, (_, _) => Task.FromResult<Outcome>(new Cancelled()), cancellationToken);

    private static async Task<Outcome> CancelAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var visit = await work.Context.OwnVisitAsync(request.VisitId, work.Caller, cancellationToken);
        if (visit is null) return new NotFound();
        var lost = visit.LostAt is not null;
        // Those who were taken out before have ended already.
        var reservations = (await work.Context.ReservationsOfAsync(visit.Id, cancellationToken)).FindAll(reservation => reservation.State != ReservationState.Cancelled);
        if (lost == (visit.Seat == SeatState.Taken) || reservations.Count == 0 || reservations.Exists(reservation => reservation.State != VisitEnding.StateOf(visit))) return new NotFound();
        if (work.Caller.Actor.Kind == ActorKind.Resident && !lost)
        {
            var until = (await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken)).ChangeableUntil(visit.Day);
            if (work.Now >= until) return new TooLate(until);
        }

        await VisitEnding.CancelAsync(work, visit, reservations, cancellationToken);
        work.Record("Cancelled", visit.Id, others: reservations.Select(reservation => reservation.CardId).OfType<Guid>());
        return new Cancelled();
    }
}
