using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>Shows the gate of a reservation: whose card it is by number and kana name, who comes, and whether it may leave. The view is recorded.</summary>
[UseCase(UsedBy.Staff)]
public sealed class OpenGate(Database database, KeyStore keys)
{
    public sealed record Request(Guid ReservationId);

    public abstract record Outcome;

    public sealed record Opened(GateView View) : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ViewHandOver, async work =>
        {
            if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { } gate)
            {
                work.Abandon();
                return new NotFound();
            }

            var view = await ReadAsync(work, gate, cancellationToken);
            work.Record("Viewed", gate.Reservation.Id, view.Stop?.ToString(), [gate.Card.Id]);
            return new Opened(view);
        }, cancellationToken: cancellationToken);

    private async Task<GateView> ReadAsync(Work work, Gate gate, CancellationToken cancellationToken)
    {
        var context = work.Context;
        var (reservation, visit, card) = gate;
        var applicant = await context.Applicants.AsNoTracking().SingleOrDefaultAsync(row => row.CardId == card.Id, cancellationToken);
        var proxy = await context.ProxyNames.AsNoTracking().Where(row => row.ReservationId == reservation.Id)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        var record = await context.HandOvers.AsNoTracking().SingleOrDefaultAsync(row => row.CardId == card.Id && row.CancelledAt == null, cancellationToken);
        var rules = await BookingRules.LoadAsync(context, work.Now, cancellationToken);
        return new GateView(
            reservation.Id, card.Id, visit.CounterId, card.SerialNumber.LastFour, visit.ReservationNumber, visit.Day, visit.StartsAt,
            await context.Counters.Where(row => row.Id == visit.CounterId).Select(row => row.Name).SingleAsync(cancellationToken),
            visit.CallNumber, reservation.State, reservation.EndReason, gate.Stop, reservation.RecipientKind, rules.OpenKinds,
            applicant is null ? null : new ApplicantItems(keys, work.Municipality).Open(applicant).KanaName,
            proxy is null ? null : ProxyNames.Open(keys, proxy),
            card.AmendmentNeeded,
            await Likenesses.OfAsync(work, keys, visit.Day, visit.CounterId, [card.Id], cancellationToken),
            await context.HandOvers.Where(row => row.CounterId == visit.CounterId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
                .Select(row => row.FileNumber).FirstOrDefaultAsync(cancellationToken),
            record?.FileNumber, record?.HappenedAt ?? record?.At, await Checklist.LoadAsync(context, cancellationToken),
            await HandOverCard.ExceptionsAsync(work, gate, rules, work.Now, cancellationToken),
            record?.SecondId is { } second ? await context.StaffMembers.Where(row => row.Id == second).Select(row => row.DisplayName).SingleOrDefaultAsync(cancellationToken) : null,
            record is not null && record.ReservationId == reservation.Id && JapanTime.DateOf(record.HappenedAt ?? record.At) == JapanTime.DateOf(work.Now),
            await NextAsync(context, reservation, cancellationToken));
    }

    private static async Task<NextOfVisit?> NextAsync(TewatashiContext context, Reservation reservation, CancellationToken cancellationToken)
    {
        var next = await (
            from other in context.Reservations
            where other.VisitId == reservation.VisitId && other.Id != reservation.Id && other.State == ReservationState.CheckedIn
            join card in context.Cards on other.CardId equals card.Id
            orderby other.Id
            select new { other.Id, card.SerialNumber }).FirstOrDefaultAsync(cancellationToken);
        return next is null ? null : new(next.Id, next.SerialNumber.LastFour);
    }
}
