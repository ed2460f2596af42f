using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Closures;

/// <summary>
/// Who loses the place when a day has fewer seats than were sold: the latest booked first, holds before every booking. Who has checked
/// in, or whose time today is over, stays as they are.
/// </summary>
internal static class SeatLosses
{
    /// <summary>The visits of an office's days that do not fit the calendar, in the order in which they were booked.</summary>
    public static async Task<List<Visit>> OfAsync(
        TewatashiContext context, CounterCalendar calendar, Guid buildingId, IReadOnlyCollection<DateOnly> days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (days.Count == 0) return [];
        var live = (await context.Visits.AsNoTracking()
            .Where(row => row.BuildingId == buildingId && days.Contains(row.Day) && (row.Seat == SeatState.Held || row.Seat == SeatState.Taken))
            .ToListAsync(cancellationToken)).ToLookup(visit => visit.Day);
        var settled = await SettledAsync(context, buildingId, days, cancellationToken);
        var losing = new List<Visit>();
        foreach (var day in days.Where(live.Contains).Order())
        {
            var room = calendar.CellsOf(buildingId, day).ToDictionary(cell => (cell.OwnerId, cell.Day, cell.Minute), cell => cell.Capacity);
            foreach (var visit in live[day].OrderBy(visit => Stays(visit) ? 0 : visit.Seat == SeatState.Taken ? 1 : 2).ThenBy(visit => visit.BookedAt ?? visit.CreatedAt).ThenBy(visit => visit.Id))
            {
                var cells = visit.Span.Cells().ToList();
                if (!Stays(visit) && cells.Exists(cell => room.GetValueOrDefault(cell) <= 0)) losing.Add(visit);
                else foreach (var cell in cells) room[cell] = room.GetValueOrDefault(cell) - 1;
            }
        }

        return losing;

        bool Stays(Visit visit) => settled.Contains(visit.Id) || (visit.Seat == SeatState.Taken && JapanTime.InstantOf(visit.Day, visit.StartsAt).AddMinutes(visit.Minutes) <= now);
    }

    /// <summary>What the office is shown of the effect.</summary>
    public static async Task<SeatEffect> EffectAsync(
        TewatashiContext context, IReadOnlyCollection<Guid> buildings, IReadOnlyCollection<DateOnly> days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
        var losing = new List<Visit>();
        foreach (var building in buildings) losing.AddRange(await OfAsync(context, calendar, building, days, now, cancellationToken));
        var holds = losing.Count(visit => visit.Seat == SeatState.Held && visit.HoldExpiresAt > now);
        return new SeatEffect(await ShowAsync(context, calendar, [.. losing.Where(visit => visit.Seat == SeatState.Taken)], cancellationToken), holds);
    }

    private static async Task<IReadOnlyList<LosingVisit>> ShowAsync(TewatashiContext context, CounterCalendar calendar, List<Visit> visits, CancellationToken cancellationToken)
    {
        if (visits.Count == 0) return [];
        var ids = visits.ConvertAll(visit => visit.Id);
        var persons = (await context.Reservations.AsNoTracking().Where(row => ids.Contains(row.VisitId) && row.State == ReservationState.Booked)
            .Join(context.Cards, reservation => reservation.CardId, card => card.Id, (reservation, card) => new { reservation.VisitId, reservation.Ordinal, card.Id, card.SerialNumber })
            .ToListAsync(cancellationToken)).ToLookup(row => row.VisitId);
        var mails = await VerifiedContacts.OfAsync(context, ids, cancellationToken);
        var counters = calendar.Counters.ToDictionary(counter => counter.Id, counter => counter.Name);
        return
        [
            .. visits.OrderBy(visit => visit.Day).ThenBy(visit => visit.StartsAt).ThenBy(visit => visit.Id).Select(visit => new LosingVisit(
                visit.Id, visit.ReservationNumber, visit.Day, visit.StartsAt, counters.GetValueOrDefault(visit.CounterId, ""),
                [.. persons[visit.Id].OrderBy(row => row.Ordinal).Select(row => row.SerialNumber.LastFour)],
                [.. persons[visit.Id].OrderBy(row => row.Ordinal).Select(row => row.Id)],
                mails.ContainsKey(visit.Id))),
        ];
    }

    // Checked in, handed over, turned away or missed: nothing of it can be moved any more.
    private static async Task<HashSet<Guid>> SettledAsync(TewatashiContext context, Guid buildingId, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken) =>
    [
        .. await context.Visits.Where(visit => visit.BuildingId == buildingId && days.Contains(visit.Day) && visit.Seat == SeatState.Taken)
            .Where(visit => context.Reservations.Any(row => row.VisitId == visit.Id && (row.State == ReservationState.CheckedIn || row.State == ReservationState.Completed
                || row.State == ReservationState.NotHandedOver || row.State == ReservationState.NoShow)))
            .Select(visit => visit.Id).ToListAsync(cancellationToken),
    ];
}
