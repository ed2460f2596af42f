using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Outages;
using Tewatashi.Transfers;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付見送り: somebody came, but the card stayed, with its reason. What that does to card and booking stands in <see cref="RefusalAftermath"/>. The card
/// lies in the tray until it is put back by scan.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class RefuseHandOver(Database database, KeyStore keys)
{
    public sealed record Request(Guid ReservationId, NotHandedOverReason Reason)
    {
        /// <summary>When it really was, entered later from the 当日控え; null: now.</summary>
        public DateTimeOffset? HappenedAt { get; init; }
    }

    public abstract record Outcome;

    public sealed record Refused : Outcome;

    /// <summary>Not checked in, or the matter has ended.</summary>
    public sealed record NotCheckedIn : Outcome;

    /// <summary>It cannot have been at the time that was given.</summary>
    public sealed record NotThen(LaterProblem Why) : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RefuseHandOver, async work =>
        {
            var reservation = await work.Context.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ReservationId, cancellationToken);
            if (reservation is not { State: ReservationState.CheckedIn })
            {
                work.Abandon();
                return new NotCheckedIn();
            }

            if (request.HappenedAt is { } happenedAt)
            {
                var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId, cancellationToken);
                if (await LaterEntry.ProblemAsync(work, visit, happenedAt, cancellationToken) is { } why) return work.Refuse<Outcome>(new NotThen(why));
            }

            if (!await work.StepAsync(reservation, ReservationStep.RefuseHandOver, cancellationToken, request.Reason.ToString())) throw new PassingException();
            Guid[] cards = reservation.CardId is { } cardId ? [cardId] : [];
            await work.CancelTransfersOfCardsAsync(cards, cancellationToken);
            if (request.Reason == NotHandedOverReason.NationalSystemDown) await CountAsync(work, reservation, cancellationToken);
            work.Record(nameof(Refused), reservation.Id, LaterEntry.Detail(request.Reason.ToString(), request.HappenedAt), cards);
            await FollowAsync(work, reservation, RefusalAftermath.Of(request.Reason), cancellationToken);
            return new Refused();
        }, (_, _) => Task.FromResult<Outcome>(new Refused()), cancellationToken);

    private async Task FollowAsync(Work work, Reservation reservation, RefusalAftermath aftermath, CancellationToken cancellationToken)
    {
        if (aftermath.Card == CardAfterwards.Defective)
        {
            await work.Context.Cards.Where(row => row.Id == reservation.CardId && row.Suspension == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Suspension, Suspension.Defective)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        }

        if (aftermath.Booking == BookingAfterwards.RebookedFirst) await PriorityRebooking.ClaimAsync(work, keys, reservation, cancellationToken);
    }

    // While an outage is declared, whoever is sent home for it came in vain.
    private static async Task CountAsync(Work work, Reservation reservation, CancellationToken cancellationToken)
    {
        var counterId = await work.Context.Visits.Where(row => row.Id == reservation.VisitId).Select(row => row.CounterId).SingleAsync(cancellationToken);
        if (await work.RunningOutageAsync(counterId, cancellationToken) is { } outage)
            await work.TurnAwayAsync(outage, TurnedAwayWay.SentHome, [reservation.Id], cancellationToken);
    }
}
