using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>見送り票: what to bring next time and when that is, for somebody whose card stayed. Recorded each time.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PrintRefusalSlip(Database database)
{
    public sealed record Request(Guid ReservationId);

    public abstract record Outcome;

    public sealed record Shown(RefusalSlip Slip) : Outcome;

    /// <summary>No such reservation, or nobody was refused.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.PrintRefusalSlip, async work =>
        {
            if (await Gate.FindAsync(work.Context, request.ReservationId, cancellationToken) is not { Reservation.State: ReservationState.NotHandedOver } gate)
                return work.Refuse(new NotFound());
            var slip = await ReadAsync(work, gate, cancellationToken);
            work.Record(nameof(Shown), gate.Reservation.Id, others: [gate.Card.Id]);
            return new Shown(slip);
        }, cancellationToken: cancellationToken);

    private static async Task<RefusalSlip> ReadAsync(Work work, Gate gate, CancellationToken cancellationToken)
    {
        var (context, reservation) = (work.Context, gate.Reservation);
        var settings = await context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken);
        var municipality = await context.Municipalities.AsNoTracking().SingleAsync(row => row.Key == work.Municipality, cancellationToken);
        var next = await LiveBooking.OfAsync(context, gate.Card.Id, cancellationToken);
        return new RefusalSlip(
            reservation.Id, gate.Card.Id, municipality.Name,
            await context.Counters.Where(row => row.Id == gate.Visit.CounterId).Select(row => row.Name).SingleAsync(cancellationToken),
            gate.Visit.Day,
            reservation.EndReason is { } code ? NotHandedOverReasonNames.NameOf(code) : "",
            RefusalSentences.Of(reservation.EndReason),
            RefusalSentences.AsksForPapers(reservation.EndReason)
                ? new WhatToBring(await PaperRules.LoadAsync(context, cancellationToken)).ForBooked(reservation.RecipientKind, gate.Card.AmendmentNeeded)
                : [],
            next is { State: ReservationState.Booked } ? next : null,
            settings.Telephone, settings.TelephoneHours, settings.Fax,
            settings.ResidentUrl.Length > 0 ? $"{settings.ResidentUrl}/{municipality.Code.Value}/" : "");
    }
}
