using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>
/// Moves a booked visit to another time, at the same or another counter, under the same 予約番号: the new seat is taken and the old one
/// given back in one stroke, so that a refusal leaves the old one as it was. On the internet until the municipality's cut-off.
/// </summary>
[UseCase(UsedBy.Both)]
public sealed class ChangeVisit(Database database)
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

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var visit = await work.Context.OwnVisitAsync(request.VisitId, work.Caller, cancellationToken);
        if (visit is not { Seat: SeatState.Taken }) return new NotFound();
        var reservations = await work.Context.ReservationsOfAsync(visit.Id, cancellationToken);
        if (reservations.Exists(reservation => reservation.State != ReservationState.Booked)) return new NotFound();

        var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
        var channel = OwnVisits.ChannelOf(work.Caller);
        if (channel == Channel.Web && rules.ChangeableUntil(visit.Day) is var until && work.Now >= until) return new TooLate(until);
        if (await OfficeCounter.FindAsync(work.Context, request.CounterId, cancellationToken) is not { } at) return new Refused(new SeatRefusal.NoCounter());

        var cards = await BookableCard.LoadAsync(work.Context, reservations.ConvertAll(reservation => reservation.CardId), cancellationToken);
        foreach (var card in cards)
        {
            if (card.WhyNot(channel, work.Now, visit.Id) is { } why) return new Refused(new SeatRefusal.NotBookable(card.Id, why));
        }

        if (VisitTaking.WhyOutside(BookingPeriod.Of(rules, channel, at.BuildingPath, cards), rules, cards, request.Day) is { } outside) return new Refused(outside);
        var span = at.SpanOf(request.Day, request.StartsAt, reservations.Sum(reservation => reservation.Minutes), onWeb: channel == Channel.Web);
        if (span is null || (request.Day == rules.Today && request.StartsAt <= JapanTime.TimeOf(work.Now))) return new Refused(new SeatRefusal.Full());

        // The visit first, the cells last: every use case locks in this order.
        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == SeatState.Taken && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.CounterId, span.CounterId)
                .SetProperty(row => row.BuildingId, span.BuildingId)
                .SetProperty(row => row.Day, span.Day)
                .SetProperty(row => row.StartsAt, span.StartsAt)
                .SetProperty(row => row.Minutes, span.Minutes)
                .SetProperty(row => row.GridMinutes, span.GridMinutes)
                .SetProperty(row => row.Channel, channel)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (changed == 0) throw new PassingException();
        var expired = await Holds.ExpiredAsync(work, span.BuildingId, span.Day, cancellationToken);
        var given = await Holds.EndAsync(work, expired, Holds.Expired, cancellationToken);
        if (!await work.MoveSeatsAsync(span, [visit.Span, .. given], cancellationToken)) return new Refused(new SeatRefusal.Full());

        await work.OrderAnewAsync(visit.Id, span.BuildingId, span.Day, BookableCard.NeedsOf(cards, at.BuildingPath), cancellationToken);
        await work.EnqueueMailAsync(visit.Id, MailKind.Changed, cancellationToken);
        work.Record("Changed", visit.Id, FormattableString.Invariant($"{visit.Day:yyyy-MM-dd} {visit.StartsAt:HH:mm}→{span.Day:yyyy-MM-dd} {span.StartsAt:HH:mm}"),
            reservations.Select(reservation => reservation.CardId));
        return new Changed(visit.Id, visit.ReservationNumber);
    }
}
