using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// The one way by which seats follow a calendar that was changed. No seat is sold any more that the day does not have; bookings that do
/// not fit are marked 要日時変更, told by mail or put on the call list, and their seats given back. Done twice it changes nothing.
/// </summary>
internal static class SeatFitting
{
    /// <summary>Fits these days of an office. How many booked visits lost their place.</summary>
    public static async Task<int> FitAsync(this Work work, Guid buildingId, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return 0;
        await LockVisitsAsync(work, buildingId, days, cancellationToken);
        var calendar = await CounterCalendar.LoadAsync(work.Context, cancellationToken);
        // From here on no seat is sold beyond the new numbers: who comes meanwhile waits for this work and then finds the day full.
        var full = await work.ResizeAsync(calendar, buildingId, days, cancellationToken);
        if (full.Count == 0) return 0;

        var losing = await SeatLosses.OfAsync(work.Context, calendar, buildingId, full, work.Now, cancellationToken);
        var given = await Holds.EndAsync(work, losing.Where(visit => visit.Seat == SeatState.Held), Holds.Closed, cancellationToken);
        var marked = await MarkAsync(work, calendar, [.. losing.Where(visit => visit.Seat == SeatState.Taken)], cancellationToken);
        given.AddRange(marked.Select(visit => visit.Span));
        if (given.Count > 0) await work.MoveSeatsAsync(null, given, cancellationToken);
        await work.ResizeAsync(calendar, buildingId, full, cancellationToken);
        return marked.Count;
    }

    // Every use case locks visits first and cells last; locked in one go and in order, changes and cancellations wait instead of failing.
    private static Task<int> LockVisitsAsync(Work work, Guid buildingId, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken) => work.LockVisitsAsync(
        $"visit.building_id = {{1}} AND visit.day IN ({VisitTurn.Places(2, days.Count)}) AND visit.seat IN ('Held', 'Taken')", [buildingId, .. days.Cast<object>()], cancellationToken);

    private static async Task<List<Visit>> MarkAsync(Work work, CounterCalendar calendar, List<Visit> visits, CancellationToken cancellationToken)
    {
        if (visits.Count == 0) return visits;
        var days = (await work.Context.RulesOnAsync(JapanTime.DateOf(work.Now), cancellationToken)).RebookingPriorityDays;
        foreach (var visit in visits.OrderBy(visit => visit.Id))
        {
            // While the nation's system is down nobody can say when it will be back: the days count from its end.
            var begins = calendar.OutageOf(visit.Span)?.Outage.OverAt is { } over && over > work.Now ? over : work.Now;
            var priority = begins.AddDays(days);
            var changed = await work.Context.Visits
                .Where(row => row.Id == visit.Id && row.Seat == SeatState.Taken && row.Version == visit.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Seat, SeatState.Released)
                    .SetProperty(row => row.LostAt, work.Now)
                    .SetProperty(row => row.PriorityUntil, priority)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 0) throw new PassingException();
        }

        var ids = visits.ConvertAll(visit => visit.Id);
        await work.Context.Reservations.Where(row => ids.Contains(row.VisitId) && row.State == ReservationState.Booked)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ReservationState.NeedsRebooking)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        await TellAsync(work, calendar, visits, cancellationToken);
        return visits;
    }

    private static async Task TellAsync(Work work, CounterCalendar calendar, List<Visit> visits, CancellationToken cancellationToken)
    {
        var ids = visits.ConvertAll(visit => visit.Id);
        var persons = (await work.Context.Reservations.AsNoTracking().Where(row => ids.Contains(row.VisitId) && row.State == ReservationState.NeedsRebooking)
            .Select(row => new { row.VisitId, row.Ordinal, row.CardId }).ToListAsync(cancellationToken)).ToLookup(row => row.VisitId);
        var contacts = await VerifiedContacts.OfAsync(work.Context, ids, cancellationToken);
        var calls = new List<NewCall>();
        foreach (var visit in visits)
        {
            // Who booked without a card by telephone gave nothing by which to reach them.
            var cards = persons[visit.Id].OrderBy(row => row.Ordinal).Select(row => row.CardId).OfType<Guid>().ToList();
            if (contacts.TryGetValue(visit.Id, out var contact)) work.Enqueue(MailKind.NeedsRebooking, contact, visit.Id);
            else if (cards.Count > 0) calls.Add(new NewCall(calendar.OutageOf(visit.Span) is null ? CallReason.NeedsRebooking : CallReason.Outage, cards[0], visit.Id, JapanTime.InstantOf(visit.Day, visit.StartsAt)));
            work.Record("NeedsRebooking", visit.Id, FormattableString.Invariant($"{visit.Day:yyyy-MM-dd} {visit.StartsAt:HH:mm}"), cards);
        }

        await work.AddCallsAsync(calls, cancellationToken);
        await work.CancelTransfersOfCardsAsync([.. persons.SelectMany(visit => visit.Select(row => row.CardId).OfType<Guid>())], cancellationToken);
        await work.Context.SaveChangesAsync(cancellationToken);
    }
}
