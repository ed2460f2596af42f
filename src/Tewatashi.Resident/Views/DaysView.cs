using System.Globalization;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Time;

namespace Tewatashi.Resident.Views;

/// <summary>A month of a counter as a list of days, each with its word; the mark is only beside it.</summary>
/// <param name="FirstColumn">The weekday of the first day shown, 1 for Sunday: where it stands when the list is laid out as a calendar.</param>
/// <param name="EarliestOpenOn">The first day with a free time in any month; null where there is none.</param>
public sealed record DaysView(
    SeatMap Map, DateOnly Month, IReadOnlyList<DaysView.Day> Days, int FirstColumn, DateOnly? EarliestOpenOn, string? PreviousUrl, string? NextUrl)
{
    /// <summary>So many starting times or fewer are 「残りわずか」.</summary>
    private const int Few = 3;

    /// <param name="Kind">Names the style: open, few, full or closed.</param>
    /// <param name="Url">Where its times are; null where there is nothing to choose.</param>
    public sealed record Day(DateOnly Date, string Mark, string Word, string? Because, string Kind, string? Url);

    /// <param name="month">Any day of the month asked for; null or out of reach: the month of the first open day.</param>
    /// <param name="urlOf">The page of a day's times; null where times are not chosen.</param>
    public static DaysView Of(SeatMap map, DateOnly? month, Func<DateOnly, string>? urlOf, Func<DateOnly, string> monthUrl)
    {
        var open = map.Days.FirstOrDefault(day => day.State == SeatDayState.Open)?.Day;
        var first = MonthOf(map.EarliestOn);
        var last = MonthOf(map.LatestOn) < first ? first : MonthOf(map.LatestOn);
        var shown = MonthOf(month ?? open ?? map.EarliestOn);
        if (shown < first || shown > last) shown = MonthOf(open ?? map.EarliestOn);
        var days = map.Days.Where(day => MonthOf(day.Day) == shown && day.Day >= map.EarliestOn && day.Day <= map.LatestOn)
            .Select(day => DayOf(day, urlOf)).ToList();
        return new DaysView(
            map, shown, days, days.Count == 0 ? 1 : (int)days[0].Date.DayOfWeek + 1, open,
            shown > first ? monthUrl(shown.AddMonths(-1)) : null,
            shown < last ? monthUrl(shown.AddMonths(1)) : null);
    }

    /// <summary>Reads <c>2026-12</c>; null for anything else.</summary>
    public static DateOnly? ReadMonth(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    public static string MonthText(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

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
