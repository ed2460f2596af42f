using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>
/// Gives somebody who was sent home through no fault of theirs a claim to a new time before others: a visit of its own that waits for its time
/// (要日時変更). The one that they came for has ended and stays as it was.
/// </summary>
internal static class PriorityRebooking
{
    public static async Task ClaimAsync(Work work, KeyStore keys, Reservation ended, CancellationToken cancellationToken)
    {
        if (ended.CardId is not { } cardId) return;
        var visit = await work.Context.Visits.AsNoTracking().SingleAsync(row => row.Id == ended.VisitId, cancellationToken);
        var days = (await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).RebookingPriorityDays;
        var proxy = await work.Context.ProxyNames.AsNoTracking().Where(row => row.ReservationId == ended.Id)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        var claim = new Visit
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            ReservationNumber = ReservationNumber.New(),
            CounterId = visit.CounterId,
            BuildingId = visit.BuildingId,
            Day = visit.Day,
            StartsAt = visit.StartsAt,
            // Its own share of a family's time, on the counter's grid.
            Minutes = BookingRules.OnGrid(ended.Minutes, visit.GridMinutes),
            GridMinutes = visit.GridMinutes,
            Channel = Channel.Phone,
            Seat = SeatState.Released,
            CreatedAt = work.Now,
            BookedAt = work.Now,
            LostAt = work.Now,
            PriorityUntil = work.Now.AddDays(days),
        };
        work.Context.Add(claim);
        ReservationRows.Add(work, keys, claim.Id, new VisitPerson(cardId, ended.RecipientKind, proxy is null ? null : ProxyNames.Open(keys, proxy)), 1, ended.Minutes, ReservationState.NeedsRebooking);
        await work.Context.SaveChangesAsync(cancellationToken);
        work.Record("NeedsRebooking", claim.Id, others: [cardId]);
        await work.AddCallAsync(new NewCall(CallReason.Outage, cardId, claim.Id), cancellationToken);
    }
}
