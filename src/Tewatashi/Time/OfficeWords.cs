using System.Globalization;

namespace Tewatashi.Time;

/// <summary>Times of day and instants as the office says them to residents: always by the 24-hour clock.</summary>
public static class OfficeWords
{
    /// <summary>9時05分</summary>
    public static string Time(TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}時{time.Minute:D2}分");

    /// <summary>4月1日(水) 17時00分</summary>
    public static string Instant(DateTimeOffset instant) => $"{JapaneseDate.Brief(JapanTime.DateOf(instant))} {Time(JapanTime.TimeOf(instant))}";
}
