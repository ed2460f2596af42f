using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;

namespace Tewatashi.Resident.Views;

/// <summary>A month of a counter, as a calendar or as a list: each day with its word; the mark is only beside it.</summary>
/// <param name="EarliestOpenOn">The first day with a free time in any month; null where there is none.</param>
/// <param name="OtherUrl">The same month the other way: as a list, or as a calendar.</param>
public sealed record DaysView(
    SeatMap Map, DateOnly Month, IReadOnlyList<DaysView.Day> Days, DateOnly? EarliestOpenOn, string? PreviousUrl, string? NextUrl, bool AsList, string OtherUrl)
{
    /// <summary>So many starting times or fewer are 「残りわずか」.</summary>
    private const int Few = 3;

    private const int DaysOfWeek = 7;
    private const string List = "list";

    /// <param name="Kind">Names the style: open, few, full or closed.</param>
    /// <param name="Url">Where its times are; null where there is nothing to choose.</param>
    public sealed record Day(DateOnly Date, string Mark, string Word, string? Because, string Kind, string? Url);

    /// <summary>What an address asks to see.</summary>
    /// <param name="Month">Any day of the month; null: the month of the first open day.</param>
    public sealed record Wish(DateOnly? Month, bool AsList)
    {
        public static Wish Read(string? month, string? view) => new(
            DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null, view == List);

        /// <summary>The query that asks for it.</summary>
        public QueryString Query
        {
            get
            {
                var query = new QueryBuilder();
                if (Month is { } month) query.Add("month", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
                if (AsList) query.Add("view", List);
                return query.ToQueryString();
            }
        }
    }

    /// <summary>The weeks of the calendar, each from Sunday to Saturday; null where a day is of another month or cannot be chosen. Weeks without any are left out.</summary>
    public IEnumerable<IReadOnlyList<Day?>> Weeks
    {
        get
        {
            var byDate = Days.ToDictionary(day => day.Date);
            for (var sunday = Month.AddDays(-(int)Month.DayOfWeek); sunday < Month.AddMonths(1); sunday = sunday.AddDays(DaysOfWeek))
            {
                var week = Enumerable.Range(0, DaysOfWeek).Select(after => byDate.GetValueOrDefault(sunday.AddDays(after))).ToList();
                if (week.Exists(day => day is not null)) yield return week;
            }
        }
    }

    /// <param name="wish">A month out of reach becomes the one of the first open day.</param>
    /// <param name="urlOf">The page of a day's times; null where times are not chosen.</param>
    /// <param name="own">This page, without its query.</param>
    public static DaysView Of(SeatMap map, Wish wish, Func<DateOnly, string>? urlOf, string own)
    {
        var open = map.Days.FirstOrDefault(day => day.State == SeatDayState.Open)?.Day;
        var first = MonthOf(map.EarliestOn);
        var last = MonthOf(map.LatestOn) < first ? first : MonthOf(map.LatestOn);
        var shown = MonthOf(wish.Month ?? open ?? map.EarliestOn);
        if (shown < first || shown > last) shown = MonthOf(open ?? map.EarliestOn);
        var days = map.Days.Where(day => MonthOf(day.Day) == shown && day.Day >= map.EarliestOn && day.Day <= map.LatestOn)
            .Select(day => DayOf(day, urlOf)).ToList();
        string At(DateOnly month, bool asList) => own + new Wish(month, asList).Query;
        return new DaysView(
            map, shown, days, open,
            shown > first ? At(shown.AddMonths(-1), wish.AsList) : null,
            shown < last ? At(shown.AddMonths(1), wish.AsList) : null,
            wish.AsList, At(shown, !wish.AsList));
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static Day DayOf(SeatDay day, Func<DateOnly, string>? urlOf) => day.State switch
    {
        SeatDayState.Open when day.Times.Count <= Few => new Day(day.Day, ResidentTexts.DaysMarkFew, ResidentTexts.DaysFew, null, "few", urlOf?.Invoke(day.Day)),
        SeatDayState.Open => new Day(day.Day, ResidentTexts.DaysMarkOpen, ResidentTexts.DaysOpen, null, "open", urlOf?.Invoke(day.Day)),
        SeatDayState.Full => new Day(day.Day, ResidentTexts.DaysMarkFull, ResidentTexts.DaysFull, null, "full", null),
        SeatDayState.Closed or SeatDayState.TooEarly or SeatDayState.TooLate =>
            new Day(day.Day, ResidentTexts.DaysMarkClosed, ResidentTexts.DaysClosed, day.ClosedBecause, "closed", null),
    };
}
