using System.Globalization;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>How long somebody waits or is late: nobody reads 563 minutes.</summary>
public static class MinuteWords
{
    /// <summary>25分, or 1時間25分.</summary>
    public static string Of(int minutes) => minutes < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes}分")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}時間{minutes % 60}分");
}
