using System.Globalization;

namespace Tewatashi.Time;

/// <summary>Dates as people in the office write and read them.</summary>
public static class JapaneseDate
{
    private const string Weekdays = "日月火水木金土";

    /// <summary>
    /// Reads a whole date in any form of data-conventions. Impossible dates are refused, those beyond the end of their era too.
    /// <paramref name="shortEras"/> also reads R8.4.1 and S39/4/1: for files only.
    /// </summary>
    public static bool TryParse(string? text, out DateOnly date, bool shortEras = false)
    {
        date = default;
        if (!DateText.TryRead(text, shortEras, out var parts) || parts.Year == 0 || parts.Month == 0 || parts.Day == 0)
            return false;
        date = new DateOnly(parts.Year, parts.Month, parts.Day);
        return true;
    }

    /// <summary>令和8年4月1日(水)</summary>
    public static string Full(DateOnly date) => WithEra(date) + Weekday(date);

    /// <summary>4月1日(水)</summary>
    public static string Brief(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日{Weekday(date)}");

    /// <summary>令和8年4月1日; before 1873 the Gregorian year.</summary>
    public static string WithEra(DateOnly date)
    {
        if (Eras.Of(date) is not { } era)
            return string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
        var year = era.YearOf(date);
        return year == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{era.Name}元年{date.Month}月{date.Day}日")
            : string.Create(CultureInfo.InvariantCulture, $"{era.Name}{year}年{date.Month}月{date.Day}日");
    }

    /// <summary>(水)</summary>
    public static string Weekday(DateOnly date) => $"({Weekdays[(int)date.DayOfWeek]})";
}
