using System.Globalization;
using System.Text;

namespace Tewatashi.Web.Forms;

/// <summary>
/// A date as a person types it into two or three inputs, full or half width. The page's model holds it; the page asks for the meaning with
/// <see cref="TryDate"/> or <see cref="TryMonthDay"/> and says itself what is wrong.
/// </summary>
public sealed class DateParts
{
    public string? Year { get; set; }
    public string? Month { get; set; }
    public string? Day { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    public static DateParts Of(DateOnly date) => new()
    {
        Year = date.Year.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A full date of the western calendar; false when a part is missing or no such day exists.</summary>
    public bool TryDate(out DateOnly date)
    {
        date = default;
        if (Number(Year) is not (>= 1 and <= 9999 and var year) || !TryMonthDay(out var monthDay) || monthDay.Day > DateTime.DaysInMonth(year, monthDay.Month))
            return false;
        date = new DateOnly(year, monthDay.Month, monthDay.Day);
        return true;
    }

    /// <summary>Month and day of any year, 29 February included.</summary>
    public bool TryMonthDay(out (int Month, int Day) monthDay)
    {
        monthDay = default;
        const int LeapYear = 2000;
        if (Number(Month) is not (>= 1 and <= 12 and var month) || Number(Day) is not (>= 1 and var day) || day > DateTime.DaysInMonth(LeapYear, month))
            return false;
        monthDay = (month, day);
        return true;
    }

    // Compatibility normalisation turns full-width digits into half-width ones; the parser itself then takes ASCII only.
    private static int? Number(string? text) =>
        int.TryParse(text?.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
