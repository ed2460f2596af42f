using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Outages;
using Tewatashi.Transfers;

namespace Tewatashi.HandOver;

/// <summary>交付見送り: somebody came, but the card stayed, with its reason. The card lies in the tray until it is put back by scan.</summary>
[UseCase(UsedBy.Staff)]
public sealed class RefuseHandOver(Database database)
{
    public sealed record Request(Guid ReservationId, NotHandedOverReason Reason);

    public abstract record Outcome;

    public sealed record Refused : Outcome;

    /// <summary>Not checked in, or the matter has ended.</summary>
    public sealed record NotCheckedIn : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RefuseHandOver, async work =>
        {
            var reservation = await work.Context.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ReservationId, cancellationToken);
            if (reservation is not { State: ReservationState.CheckedIn })
            {
                work.Abandon();
                return new NotCheckedIn();
            }

            if (!await work.StepAsync(reservation, ReservationStep.RefuseHandOver, cancellationToken, request.Reason.ToString())) throw new PassingException();
            Guid[] cards = reservation.CardId is { } cardId ? [cardId] : [];
            await work.CancelTransfersOfCardsAsync(cards, cancellationToken);
            if (request.Reason == NotHandedOverReason.NationalSystemDown) await CountAsync(work, reservation, cancellationToken);
            work.Record(nameof(Refused), reservation.Id, request.Reason.ToString(), cards);
            return new Refused();
        }, (_, _) => Task.FromResult<Outcome>(new Refused()), cancellationToken);

    // While an outage is declared, whoever is sent home for it came in vain.
    private static async Task CountAsync(Work work, Reservation reservation, CancellationToken cancellationToken)
    {
        var counterId = await work.Context.Visits.Where(row => row.Id == reservation.VisitId).Select(row => row.CounterId).SingleAsync(cancellationToken);
        if (await work.RunningOutageAsync(counterId, cancellationToken) is { } outage)
            await work.TurnAwayAsync(outage, TurnedAwayWay.SentHome, [reservation.Id], cancellationToken);
    }
}
