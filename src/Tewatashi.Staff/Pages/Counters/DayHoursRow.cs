using System.Globalization;
using Tewatashi.Counters;
using Tewatashi.Text;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>One stretch of a single day as typed.</summary>
public sealed class DayHoursRow
{
    public string? Opens { get; set; }
    public string? Closes { get; set; }
    public string? Booths { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Opens) && string.IsNullOrWhiteSpace(Closes) && string.IsNullOrWhiteSpace(Booths);

    /// <summary>Reads the row; the fields that cannot be read are named with what to do.</summary>
    public Stretch Read(Action<string, string> wrong)
    {
        if (Typed.Time(Opens) is null) wrong(nameof(Opens), "開始の時刻を 9:00 のように入力してください。");
        if (Typed.Time(Closes) is null) wrong(nameof(Closes), "終了の時刻を 17:00 のように入力してください。");
        if (Typed.Number(Booths) is null) wrong(nameof(Booths), "窓口数を数字で入力してください。");
        return new Stretch(Typed.Time(Opens) ?? default, Typed.Time(Closes) ?? default, Typed.Number(Booths) ?? 0);
    }

    public static string Words(SpecialHours row) => string.Create(CultureInfo.InvariantCulture, $"{row.OpensAt:HH:mm}–{row.ClosesAt:HH:mm} 窓口{row.Booths}");
}
