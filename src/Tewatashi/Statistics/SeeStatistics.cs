using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.Statistics;

/// <summary>統計: the office's figures of a period. Counts alone; nobody's record is shown, and so none is entered in the log.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SeeStatistics(Database database)
{
    private static readonly CardProgress[] InTheOffice = [CardProgress.Received, CardProgress.Inspected, CardProgress.Prepared, CardProgress.PinSet];

    /// <param name="Total">Up to the end of the period, from the beginning of all.</param>
    /// <param name="Days">Business days, and any other on which something happened, in order.</param>
    /// <param name="Weeks">By week, then by counter.</param>
    /// <param name="Stock">As it stands now, whatever the period.</param>
    /// <param name="Waiting">空き待ち as it stands now.</param>
    public sealed record View(
        Period Period, NationFigures Total, IReadOnlyList<DayFigures> Days, IReadOnlyList<WeekFigures> Weeks, DaysToNotice? ToNotice, IReadOnlyList<StockAge> Stock, int Waiting);

    public Task<View> RunAsync(MunicipalityCode municipality, Period period, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
            return new View(
                period,
                await TotalAsync(context, period, cancellationToken),
                await DaysAsync(context, period, calendar.BusinessDays, cancellationToken),
                await WeeksAsync(context, period, calendar, cancellationToken),
                DaysToNotice.Of(await ToNoticeAsync(context, period, cancellationToken)),
                StockAge.Of(await StockAsync(context, cancellationToken)),
                await context.WaitingEntries.CountAsync(entry => entry.EndedAt == null, cancellationToken));
        }, cancellationToken);

    private static async Task<NationFigures> TotalAsync(TewatashiContext context, Period period, CancellationToken cancellationToken)
    {
        var end = JapanTime.StartOf(period.To.AddDays(1));
        return new NationFigures(
            await context.ApplicationCounts.Where(row => row.Day <= period.To).SumAsync(row => row.Count, cancellationToken),
            await context.Cards.CountAsync(card => card.AddedAt < end, cancellationToken),
            // Of a former stock nobody told us when it was prepared: by the time it was taken over.
            await context.Cards.CountAsync(card => card.PreparedAt < end || (card.PreparedAt == null && card.ShipmentId == null && card.Progress != CardProgress.Expected && card.AddedAt < end), cancellationToken),
            await context.Cards.CountAsync(card => card.HandedOverAt < end, cancellationToken));
    }

    private static async Task<List<DayFigures>> DaysAsync(TewatashiContext context, Period period, BusinessDays businessDays, CancellationToken cancellationToken)
    {
        var (start, end) = (JapanTime.StartOf(period.From), JapanTime.StartOf(period.To.AddDays(1)));
        var cards = context.Cards;
        var announced = await CountAsync(cards.Where(card => card.ShipmentId != null && card.AddedAt >= start && card.AddedAt < end).Select(card => card.AddedAt), cancellationToken);
        var prepared = await CountAsync(cards.Where(card => card.PreparedAt >= start && card.PreparedAt < end).Select(card => card.PreparedAt!.Value), cancellationToken);
        var handedOver = await CountAsync(cards.Where(card => card.HandedOverAt >= start && card.HandedOverAt < end).Select(card => card.HandedOverAt!.Value), cancellationToken);
        var applications = await context.ApplicationCounts.Where(row => row.Day >= period.From && row.Day <= period.To).ToDictionaryAsync(row => row.Day, row => row.Count, cancellationToken);
        return
        [
            .. period.Days.Select(day => new DayFigures(day, businessDays.IsOpen(day), new NationFigures(
                    applications.TryGetValue(day, out var typed) ? typed : null, announced.GetValueOrDefault(day), prepared.GetValueOrDefault(day), handedOver.GetValueOrDefault(day))))
                .Where(row => row.IsBusinessDay || row.Nation is not { Applications: null, Announced: 0, Prepared: 0, HandedOver: 0 }),
        ];
    }

    // An instant becomes an office date in one place alone; the rows of a year of a ward are read through once.
    private static async Task<Dictionary<DateOnly, int>> CountAsync(IQueryable<DateTimeOffset> instants, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<DateOnly, int>();
        await foreach (var instant in instants.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var day = JapanTime.DateOf(instant);
            counts[day] = counts.GetValueOrDefault(day) + 1;
        }

        return counts;
    }

    private static async Task<List<WeekFigures>> WeeksAsync(TewatashiContext context, Period period, CounterCalendar calendar, CancellationToken cancellationToken)
    {
        var persons = await (
            from visit in context.Visits
            where visit.Day >= period.From && visit.Day <= period.To
            join reservation in context.Reservations on visit.Id equals reservation.VisitId
            group reservation by new { visit.CounterId, visit.Day, reservation.State } into row
            select new { row.Key.CounterId, row.Key.Day, row.Key.State, Count = row.Count() }).ToListAsync(cancellationToken);
        var taken = await context.Visits.Where(visit => visit.Day >= period.From && visit.Day <= period.To && visit.Seat == SeatState.Taken)
            .GroupBy(visit => new { visit.CounterId, visit.Day }).Select(row => new { row.Key.CounterId, row.Key.Day, Minutes = row.Sum(visit => visit.Minutes) }).ToListAsync(cancellationToken);
        var waits = await context.Visits.Where(visit => visit.Day >= period.From && visit.Day <= period.To && visit.CheckedInAt != null && visit.CalledAt != null)
            .Select(visit => new { visit.CounterId, visit.Day, visit.CheckedInAt, visit.CalledAt }).ToListAsync(cancellationToken);
        var weeks = new List<WeekFigures>();
        foreach (var week in period.Days.GroupBy(Period.WeekOf))
        {
            foreach (var counter in calendar.Counters.OrderBy(counter => counter.Code.Value, StringComparer.Ordinal))
            {
                var own = persons.Where(row => row.CounterId == counter.Id && Period.WeekOf(row.Day) == week.Key).ToLookup(row => row.State, row => row.Count);
                var open = week.Sum(day => calendar.StretchesOf(counter, day).Sum(stretch => (int)(stretch.ClosesAt - stretch.OpensAt).TotalMinutes * stretch.Booths));
                if (open == 0 && own.Count == 0) continue;
                weeks.Add(new WeekFigures(
                    week.Key, counter.Name, Of(ReservationState.Completed), Of(ReservationState.NotHandedOver), Of(ReservationState.NoShow), Of(ReservationState.Cancelled),
                    Of(ReservationState.Booked) + Of(ReservationState.CheckedIn) + Of(ReservationState.NeedsRebooking),
                    open, taken.Where(row => row.CounterId == counter.Id && Period.WeekOf(row.Day) == week.Key).Sum(row => row.Minutes),
                    WaitMinutes.Of(waits.Where(row => row.CounterId == counter.Id && Period.WeekOf(row.Day) == week.Key)
                        .Select(row => Math.Max(0, (int)(row.CalledAt!.Value - row.CheckedInAt!.Value).TotalMinutes))))); // both are asked for above

                int Of(ReservationState state) => own[state].Sum();
            }
        }

        return weeks;
    }

    private static async Task<List<int>> ToNoticeAsync(TewatashiContext context, Period period, CancellationToken cancellationToken) =>
    [
        .. (await (
            from notice in context.Notices
            where notice.Sequence == 1 && notice.SentOn >= period.From && notice.SentOn <= period.To
            join card in context.Cards on notice.CardId equals card.Id
            where card.ReceivedAt != null
            select new { card.ReceivedAt, notice.SentOn }).ToListAsync(cancellationToken))
            .Select(row => row.SentOn!.Value.DayNumber - JapanTime.DateOf(row.ReceivedAt!.Value).DayNumber), // both are asked for above
    ];

    private async Task<List<int>> StockAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(database.Clock);
        return
        [
            .. (await context.Cards.Where(card => InTheOffice.Contains(card.Progress) && card.PlaceKind != PlaceKind.Posted).Select(card => card.ReceivedAt ?? card.AddedAt).ToListAsync(cancellationToken))
                .Select(arrived => today.DayNumber - JapanTime.DateOf(arrived).DayNumber),
        ];
    }
}
