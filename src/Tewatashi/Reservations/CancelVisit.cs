using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>Cancels a booked visit with everyone in it and gives its seat back. On the internet until the municipality's cut-off.</summary>
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
        if (visit is not { Seat: SeatState.Taken }) return new NotFound();
        var reservations = await work.Context.ReservationsOfAsync(visit.Id, cancellationToken);
        if (reservations.Exists(reservation => reservation.State != ReservationState.Booked)) return new NotFound();
        var byResident = work.Caller.Actor.Kind == ActorKind.Resident;
        if (byResident)
        {
            var until = (await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken)).ChangeableUntil(visit.Day);
            if (work.Now >= until) return new TooLate(until);
        }

        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == SeatState.Taken && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seat, SeatState.Released)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var cancelled = changed == 0 ? 0 : await work.Context.Reservations
            .Where(row => row.VisitId == visit.Id && row.State == ReservationState.Booked)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ReservationState.Cancelled)
                .SetProperty(row => row.EndReason, byResident ? ByResident : ByOperator)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (cancelled != reservations.Count) throw new PassingException();
        await work.MoveSeatsAsync(null, [visit.Span], cancellationToken);
        await work.CancelTransfersOfVisitAsync(visit.Id, cancellationToken);
        await work.EnqueueMailAsync(visit.Id, byResident ? MailKind.Cancelled : MailKind.CancelledByOffice, cancellationToken);
        work.Record("Cancelled", visit.Id, others: reservations.Select(reservation => reservation.CardId));
        return new Cancelled();
    }
}
