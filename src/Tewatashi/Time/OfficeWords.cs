using System.Globalization;
using Tewatashi.Text;
using Tewatashi.Time.Texts;

namespace Tewatashi.Time;

/// <summary>Days, times of day and instants as the office says them to residents, in the language spoken: always by the 24-hour clock.</summary>
public static class OfficeWords
{
    /// <summary>令和8年4月1日(水)</summary>
    public static string Day(DateOnly date) => Fill(TimeTexts.DayFull, date);

    /// <summary>4月1日(水)</summary>
    public static string ShortDay(DateOnly date) => Fill(TimeTexts.DayBrief, date);

    /// <summary>2026年4月</summary>
    public static string Month(DateOnly date) => TimeTexts.Month.Fill(Number(date.Year), Number(date.Month), MonthName(date));

    /// <summary>4月</summary>
    public static string MonthName(DateOnly date) => TimeTexts.MonthNames.Split(',')[date.Month - 1];

    /// <summary>水</summary>
    public static string Weekday(DayOfWeek day) => TimeTexts.Weekdays.Split(',')[(int)day];

    /// <summary>水曜日, for the head of a column that is read out.</summary>
    public static string WeekdayInFull(DayOfWeek day) => TimeTexts.WeekdaysFull.Split(',')[(int)day];

    /// <summary>9時05分</summary>
    public static string Time(TimeOnly time) => TimeTexts.TimeOfDay.Fill(Number(time.Hour), time.Minute.ToString("D2", CultureInfo.InvariantCulture));

    /// <summary>4月1日(水) 17時00分</summary>
    public static string Instant(DateTimeOffset instant) => TimeTexts.Instant.Fill(ShortDay(JapanTime.DateOf(instant)), Time(JapanTime.TimeOf(instant)));

    private static string Fill(string text, DateOnly date) => text.Fill(
        JapaneseDate.WithEra(date), Number(date.Year), Number(date.Month), Number(date.Day), Weekday(date.DayOfWeek), WeekdayInFull(date.DayOfWeek), MonthName(date));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
