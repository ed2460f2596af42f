using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;

namespace Tewatashi.Reservations;

/// <summary>
/// How many people can be notified so that they find a place: the visits that are still free in the bookable period at the counters concerned, less the
/// places that people notified before are expected to book. A proposal with its arithmetic; whoever makes the batch decides. Counts alone.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ProposeNotices(Database database)
{
    /// <param name="From">The first day that the internet may book, inclusive.</param>
    /// <param name="To">The last one, inclusive.</param>
    /// <param name="Counters">The counters concerned: those that waiting cards are meant for, or all where one of them is meant for none.</param>
    /// <param name="Unbooked">Notified, within their deadline, without a place.</param>
    /// <param name="Percent">Of those, expected to book.</param>
    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<OfCounter> Counters, int Unbooked, int Percent)
    {
        /// <summary>Visits of one person that fit in.</summary>
        public int Free => Counters.Sum(counter => counter.Free);

        /// <summary>Places that are left for people notified before, rounded up.</summary>
        public int Expected => ((Unbooked * Percent) + 99) / 100;

        /// <summary>Some waiting card is meant for one of these counters.</summary>
        public bool AreNamed => Counters.Any(counter => counter.Waiting > 0);

        public int Room => Math.Max(0, Free - Expected);

        /// <summary>How many of so many waiting.</summary>
        public int Of(int waiting) => Math.Min(Math.Min(waiting, Room), CreateNoticeBatch.MostCards);
    }

    /// <param name="Waiting">Cards that wait for their first notice and are meant for this counter.</param>
    /// <param name="Free">Visits of one person that still fit in on the internet.</param>
    public sealed record OfCounter(string Name, int Waiting, int Free);

    /// <param name="first">For first notices, which are for the counters of the waiting cards; else for all counters.</param>
    public Task<View> RunAsync(MunicipalityCode municipality, bool first, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
            var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
            var waiting = await WaitingCards.Of(context, rules.Today).GroupBy(card => card.CounterCode)
                .Select(group => new { Code = group.Key, Cards = group.Count() }).ToListAsync(cancellationToken);
            var active = calendar.Counters.Where(counter => counter.Active).OrderBy(counter => counter.Code.Value, StringComparer.Ordinal).ToList();
            var named = first && waiting.Count > 0 && waiting.TrueForAll(row => active.Exists(counter => counter.Code == row.Code));
            var counters = named ? active.Where(counter => waiting.Exists(row => row.Code == counter.Code)).ToList() : active;
            var (from, to) = (rules.EarliestOn(Channel.Web), rules.LatestOn);
            var free = await FreeAsync(context, calendar, counters, from, to, rules, cancellationToken);
            return new View(
                from, to,
                [.. counters.Select(counter => new OfCounter(counter.Name, !first ? 0 : waiting.Find(row => row.Code == counter.Code)?.Cards ?? 0, free.GetValueOrDefault(counter.Id)))],
                await UnbookedAsync(context, rules.Today, named ? [.. counters.Select(counter => counter.Code)] : null, cancellationToken),
                rules.Settings.ExpectedBookingPercent);
        }, cancellationToken);

    // Two readings of the whole period, whatever the number of cards.
    private static async Task<Dictionary<Guid, int>> FreeAsync(
        TewatashiContext context, CounterCalendar calendar, List<Counter> counters, DateOnly from, DateOnly to, BookingRules rules, CancellationToken cancellationToken)
    {
        var free = new Dictionary<Guid, int>();
        if (counters.Count == 0) return free;
        var stock = await SeatStock.LoadAsync(context, calendar, counters, from, to, rules.Now, cancellationToken);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            foreach (var (counter, visits) in stock.RoomOf(counters, day, counter => BookingRules.OnGrid(rules.Settings.MinutesPerPerson, counter.GridMinutes)))
                free[counter.Id] = free.GetValueOrDefault(counter.Id) + visits;
        }

        return free;
    }

    /// <param name="codes">Only cards for these counters or for none; null: all.</param>
    private static Task<int> UnbookedAsync(TewatashiContext context, DateOnly today, List<CounterCode>? codes, CancellationToken cancellationToken)
    {
        var cards = context.Cards.Where(card => card.Progress == CardProgress.Prepared && card.Route == CardRoute.Counter && card.Suspension == null);
        if (codes is not null) cards = cards.Where(card => card.CounterCode == null || codes.Contains(card.CounterCode));
        // 要日時変更 holds no place any more, and needs one.
        return (
            from notice in context.Notices
            where notice.State == NoticeState.Sent && notice.DeadlineOn >= today
            join card in cards on notice.CardId equals card.Id
            where !context.Reservations.Any(row => row.CardId == card.Id
                && (row.State == ReservationState.Held || row.State == ReservationState.Booked || row.State == ReservationState.CheckedIn))
            select notice.Id).CountAsync(cancellationToken);
    }
}
