using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.HandOver;

/// <summary>The seats that somebody without a booking can have: from the same stock as everybody's, the kept ones too.</summary>
internal sealed class WalkInSeats(Work work, Guid counterId)
{
    // So far and so many are looked at and shown when today is full: enough to offer a choice at the desk.
    private const int DaysAhead = 14;
    private const int MostShown = 6;

    /// <summary>Every time of today at this counter, the cell that runs now included.</summary>
    public async Task<IReadOnlyList<TimeOnly>> TodayAsync(Card card, RecipientKind kind, CancellationToken cancellationToken) =>
        await TodayAsync(await MinutesAsync(card, kind, cancellationToken), cancellationToken);

    /// <param name="minutes">Of the visit, before it is put on the counter's grid.</param>
    public async Task<IReadOnlyList<TimeOnly>> TodayAsync(int minutes, CancellationToken cancellationToken)
    {
        var today = JapanTime.DateOf(work.Now);
        var calendar = await CounterCalendar.LoadAsync(work.Context, cancellationToken);
        if (calendar.Counters.FirstOrDefault(row => row.Id == counterId && row.Active) is not { } counter) return [];
        var stock = await SeatStock.LoadAsync(work.Context, calendar, [counter], today, today, work.Now, cancellationToken);
        var running = JapanTime.TimeOf(work.Now).ToTimeSpan() - TimeSpan.FromMinutes(counter.GridMinutes);
        return [.. stock.TimesOf(counter, today, BookingRules.OnGrid(minutes, counter.GridMinutes), Channel.Counter)
            .Select(time => time.StartsAt).Where(startsAt => startsAt.ToTimeSpan() > running)];
    }

    /// <summary>The first times of the days that come, at this counter and then at the others.</summary>
    public async Task<IReadOnlyList<FreeSeat>> LaterAsync(Card card, RecipientKind kind, CancellationToken cancellationToken) =>
        await LaterAsync(await MinutesAsync(card, kind, cancellationToken), _ => true, cancellationToken);

    /// <param name="minutes">Of the visit, before it is put on the counter's grid.</param>
    /// <param name="serves">Whether a counter serves what they come for.</param>
    public async Task<IReadOnlyList<FreeSeat>> LaterAsync(int minutes, Func<Counter, bool> serves, CancellationToken cancellationToken)
    {
        var from = JapanTime.DateOf(work.Now).AddDays(1);
        var to = from.AddDays(DaysAhead);
        var calendar = await CounterCalendar.LoadAsync(work.Context, cancellationToken);
        var counters = calendar.Counters.Where(counter => counter.Active && serves(counter)).ToList();
        var stock = await SeatStock.LoadAsync(work.Context, calendar, counters, from, to, work.Now, cancellationToken);
        var seats = new List<FreeSeat>();
        foreach (var counter in counters)
        {
            var onGrid = BookingRules.OnGrid(minutes, counter.GridMinutes);
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                if (stock.TimesOf(counter, day, onGrid, Channel.Counter) is [var first, ..]) seats.Add(new FreeSeat(counter.Id, counter.Name, day, first.StartsAt));
            }
        }

        return [.. seats.OrderByDescending(seat => seat.CounterId == counterId).ThenBy(seat => seat.Day).ThenBy(seat => seat.StartsAt).Take(MostShown)];
    }

    private async Task<int> MinutesAsync(Card card, RecipientKind kind, CancellationToken cancellationToken) =>
        (await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken)).MinutesOf(kind, card.AmendmentNeeded);
}
