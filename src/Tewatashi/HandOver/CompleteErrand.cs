using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>「済」: what somebody came for without a card of ours is done. One button at the counter; a card goes through the gate instead.</summary>
[UseCase(UsedBy.Staff)]
public sealed class CompleteErrand(Database database)
{
    public sealed record Request(Guid ReservationId);

    public abstract record Outcome;

    public sealed record Completed : Outcome;

    /// <summary>Not checked in, or the matter has ended.</summary>
    public sealed record NotCheckedIn : Outcome;

    /// <summary>A card is to be handed over: that is done at the gate.</summary>
    public sealed record HasCard : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.CompleteErrand, async work =>
        {
            var reservation = await work.Context.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ReservationId, cancellationToken);
            if (reservation is not { State: ReservationState.CheckedIn }) return work.Refuse<Outcome>(new NotCheckedIn());
            if (reservation.CardId is not null) return work.Refuse<Outcome>(new HasCard());
            if (!await work.StepAsync(reservation, ReservationStep.Complete, cancellationToken)) throw new PassingException();
            work.Record("Done", reservation.Id);
            return new Completed();
        }, (_, _) => Task.FromResult<Outcome>(new Completed()), cancellationToken);
}
