using Microsoft.EntityFrameworkCore;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>Shows the days and times at which a visit can begin, for one counter or for all. Shows nobody's record.</summary>
[UseCase(UsedBy.Both)]
public sealed class FindSeats(Database database)
{
    /// <param name="CounterId">Null: every counter in use.</param>
    /// <param name="From">The first day shown, inclusive; null: the first bookable one.</param>
    /// <param name="To">The last day shown, inclusive; null: the last bookable one.</param>
    /// <param name="Minutes">Of the whole visit; put on each counter's grid.</param>
    /// <param name="CardIds">The cards to be collected, which may narrow the days; empty where they are not known yet.</param>
    /// <param name="Priority">For someone who lost their place: kept seats too, and the telephone's earliest day.</param>
    /// <param name="KindIds">The kinds of booking besides 受取: only counters that serve them all.</param>
    public sealed record Request(Guid? CounterId, DateOnly? From, DateOnly? To, int Minutes, Channel Channel, IReadOnlyList<Guid> CardIds, bool Priority = false, IReadOnlyList<Guid>? KindIds = null);

    /// <summary>The counters in order of their codes; none where the one asked for is not there.</summary>
    public Task<IReadOnlyList<SeatMap>> RunAsync(MunicipalityCode municipality, Request request, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SeatMap>>(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
            var calendar = await CounterCalendar.LoadAsync(context, cancellationToken);
            var counters = calendar.Counters.Where(counter => counter.Active && (request.CounterId is null || counter.Id == request.CounterId)).ToList();
            if (request.KindIds is { Count: > 0 } wanted)
            {
                var kinds = await context.BookingKinds.AsNoTracking().Where(row => wanted.Contains(row.Id)).ToListAsync(cancellationToken);
                counters.RemoveAll(counter => !kinds.TrueForAll(kind => kind.IsServedAt(counter.Code)));
            }

            if (counters.Count == 0) return [];
            var cards = request.CardIds.Count == 0 ? [] : await BookableCard.LoadAsync(context, request.CardIds, cancellationToken);
            var buildings = cards.Count == 0 ? [] : await BuildingPaths.LoadAsync(context, cancellationToken);
            var periods = counters.ToDictionary(counter => counter.Id,
                counter => BookingPeriod.Of(rules, request.Channel, buildings.GetValueOrDefault(counter.BuildingId, ""), cards, request.Priority).At(counter, calendar));
            var from = request.From ?? periods.Values.Min(period => period.EarliestOn);
            var to = request.To ?? periods.Values.Max(period => period.LatestOn);
            var stock = await SeatStock.LoadAsync(context, calendar, counters, from, to, now, cancellationToken);
            return [.. counters.Select(counter => MapOf(counter, periods[counter.Id]))];

            SeatMap MapOf(Counter counter, BookingPeriod period)
            {
                var minutes = BookingRules.OnGrid(request.Minutes, counter.GridMinutes);
                var days = new List<SeatDay>();
                for (var day = from; day <= to; day = day.AddDays(1)) days.Add(DayOf(counter, period, day, minutes));
                return new SeatMap(counter, minutes, period.Earliest, period.Latest, days);
            }

            SeatDay DayOf(Counter counter, BookingPeriod period, DateOnly day, int minutes)
            {
                if (calendar.StretchesOf(counter, day).Count == 0) return new SeatDay(day, SeatDayState.Closed, calendar.WhyClosed(counter, day), []);
                if (day < period.EarliestOn) return new SeatDay(day, SeatDayState.TooEarly, null, []);
                if (day > period.LatestOn) return new SeatDay(day, SeatDayState.TooLate, null, []);
                var times = stock.TimesOf(counter, day, minutes, request.Channel, request.Priority || rules.KeptReleased(day));
                if (day == rules.Today) times = [.. times.Where(time => time.StartsAt > JapanTime.TimeOf(now))];
                return new SeatDay(day, times.Count > 0 ? SeatDayState.Open : SeatDayState.Full, null, times);
            }
        }, cancellationToken);
}
