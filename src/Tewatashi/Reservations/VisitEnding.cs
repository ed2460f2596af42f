using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Reservations.Calls;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>Cancels a booked visit: its seat, everyone's reservation, what was to be brought over, and the word about it.</summary>
internal static class VisitEnding
{
    /// <summary>Who cancelled, as the reservation keeps it.</summary>
    public static string ReasonOf(Caller caller) => caller.Actor.Kind == ActorKind.Resident ? CancelVisit.ByResident : CancelVisit.ByOperator;

    /// <summary>In which state everyone is who still belongs to a visit that was booked: with its place, or without.</summary>
    public static ReservationState StateOf(Visit visit) => visit.LostAt is null ? ReservationState.Booked : ReservationState.NeedsRebooking;

    /// <param name="coming">Everyone who is booked in it.</param>
    /// <exception cref="PassingException">Someone else was faster: the whole use case looks again.</exception>
    public static async Task CancelAsync(Work work, Visit visit, IReadOnlyList<Reservation> coming, CancellationToken cancellationToken)
    {
        var reason = ReasonOf(work.Caller);
        var from = StateOf(visit);
        var changed = await work.Context.Visits
            .Where(row => row.Id == visit.Id && row.Seat == visit.Seat && row.Version == visit.Version)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Seat, SeatState.Released)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        var cancelled = changed == 0 ? 0 : await work.Context.Reservations
            .Where(row => row.VisitId == visit.Id && row.State == from)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ReservationState.Cancelled)
                .SetProperty(row => row.EndReason, reason)
                .SetProperty(row => row.EndedAt, work.Now)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (cancelled != coming.Count) throw new PassingException();
        if (visit.LostAt is null) await work.MoveSeatsAsync(null, [visit.Span], cancellationToken);
        await work.SettleCallsAsync([.. coming.Select(reservation => reservation.CardId).OfType<Guid>()], cancellationToken, CallReason.NeedsRebooking, CallReason.Outage, CallReason.CardOnHold);
        await work.CancelTransfersOfVisitAsync(visit.Id, cancellationToken);
        await work.EnqueueMailAsync(visit.Id, work.Caller.Actor.Kind == ActorKind.Resident ? MailKind.Cancelled : MailKind.CancelledByOffice, cancellationToken);
    }
}
