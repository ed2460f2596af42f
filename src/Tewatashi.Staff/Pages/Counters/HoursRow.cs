using System.Globalization;
using Tewatashi.Counters;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>One stretch of weekly hours as typed, for several days of the week at once.</summary>
public sealed class HoursRow
{
    public List<DayOfWeek> Days { get; set; } = [];
    public string? Opens { get; set; }
    public string? Closes { get; set; }
    public string? Booths { get; set; }

    public bool IsEmpty => Days.Count == 0 && string.IsNullOrWhiteSpace(Opens) && string.IsNullOrWhiteSpace(Closes) && string.IsNullOrWhiteSpace(Booths);

    /// <summary>Reads the row; the fields that cannot be read are named with what to do.</summary>
    public IReadOnlyList<WeeklyStretch> Read(Action<string, string> wrong)
    {
        if (Days.Count == 0) wrong(nameof(Days), "曜日を選んでください。");
        if (!TryTime(Opens, out var opensAt)) wrong(nameof(Opens), "開始の時刻を 9:00 のように入力してください。");
        if (!TryTime(Closes, out var closesAt)) wrong(nameof(Closes), "終了の時刻を 17:00 のように入力してください。");
        if (!int.TryParse(Typed.Code(Booths), NumberStyles.None, CultureInfo.InvariantCulture, out var booths)) wrong(nameof(Booths), "窓口数を数字で入力してください。");
        return [.. Days.Distinct().Select(day => new WeeklyStretch(day, opensAt, closesAt, booths))];
    }

    private static bool TryTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(Typed.Line(text), ["H:mm", "HH:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
