using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>Takes back a check-in made by mistake, on the same day: the person is expected again.</summary>
[UseCase(UsedBy.Staff)]
public sealed class UndoCheckIn(Database database)
{
    public sealed record Request(Guid ReservationId);

    public abstract record Outcome;

    public sealed record Undone : Outcome;

    /// <summary>Not checked in, or the matter has ended.</summary>
    public sealed record NotCheckedIn : Outcome;

    /// <summary>The day of the visit is over: 交付見送り is the way.</summary>
    public sealed record OtherDay : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.UndoCheckIn, async work =>
        {
            var reservation = await work.Context.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ReservationId, cancellationToken);
            if (reservation is not { State: ReservationState.CheckedIn })
            {
                work.Abandon();
                return new NotCheckedIn();
            }

            var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId, cancellationToken);
            if (visit.Day != JapanTime.DateOf(work.Now))
            {
                work.Abandon();
                return new OtherDay();
            }

            if (!await work.StepAsync(reservation, ReservationStep.UndoCheckIn, cancellationToken)) throw new PassingException();
            // Nobody of the visit is here any more: the next check-in begins anew.
            await work.Context.Visits
                .Where(row => row.Id == visit.Id && !work.Context.Reservations.Any(other => other.VisitId == visit.Id
                    && (other.State == ReservationState.CheckedIn || other.State == ReservationState.Completed || other.State == ReservationState.NotHandedOver)))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.CheckedInAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.CalledAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.CallNumber, (string?)null)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            work.Record(nameof(Undone), visit.Id, others: reservation.CardId is { } cardId ? [cardId] : []);
            return new Undone();
        }, (_, _) => Task.FromResult<Outcome>(new Undone()), cancellationToken);
}
