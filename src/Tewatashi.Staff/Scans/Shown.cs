using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Staff.Scans;

/// <summary>Moments and days as the office's screens show them.</summary>
public static class Shown
{
    public static string Moment(DateTimeOffset? at) => at is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{JapanTime.DateOf(known):yyyy/MM/dd} {JapanTime.TimeOf(known):HH:mm}")
        : "—";

    public static string Day(DateOnly? day) => day is { } known ? known.ToString("yyyy/MM/dd(ddd)", CultureInfo.GetCultureInfo("ja-JP")) : "—";

    public static string Time(TimeOnly? time) => time is { } known ? known.ToString("H:mm", CultureInfo.InvariantCulture) : "";
}
