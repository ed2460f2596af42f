using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Cards;

/// <summary>
/// 誕生日: month and day; the year only where the municipality keeps it. Parts that the register does not know are 0: canonical
/// <c>1950-03-07</c>, without a year <c>0000-03-07</c>, partly unknown <c>1950-00-00</c>, and that one without its year <c>0000-00-00</c>.
/// 29 February is a birthday without a year too. Personal: never shown by <see cref="ToString"/>.
/// </summary>
public sealed record Birthday : IIdentifier<Birthday>
{
    private const int EarliestYear = 1873;

    private readonly DateParts _parts;

    private Birthday(DateParts parts, string? canonical = null)
    {
        _parts = parts;
        Value = canonical ?? string.Create(CultureInfo.InvariantCulture, $"{parts.Year:0000}-{parts.Month:00}-{parts.Day:00}");
    }

    public string Value { get; }

    /// <summary>Null: not kept or not known.</summary>
    public int? Year => _parts.Year == 0 ? null : _parts.Year;

    /// <summary>Null: the register does not know it.</summary>
    public int? Month => _parts.Month == 0 ? null : _parts.Month;

    /// <summary>Null: the register does not know it.</summary>
    public int? Day => _parts.Day == 0 ? null : _parts.Day;

    /// <summary>Whether month and day are both known.</summary>
    public bool HasMonthDay => _parts is { Month: > 0, Day: > 0 };

    /// <summary>What search and sign-in compare: <c>03-07</c>, unknown parts <c>00</c>.</summary>
    public string MonthDay => Value[5..];

    public string Display
    {
        get
        {
            var year = Year is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known}年") : "";
            var month = Month is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m}月") : "月不明";
            var day = Day is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d}日") : "日不明";
            return Month is null && Day is null ? $"{year}月日不明" : year + month + day;
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Birthday? value) => TryParse(text, false, out value);

    /// <summary><paramref name="shortEras"/> also reads S39.4.1: for files only.</summary>
    public static bool TryParse(string? text, bool shortEras, [NotNullWhen(true)] out Birthday? value)
    {
        var isCanonical = IsCanonical(text, out var parts);
        value = (isCanonical || DateText.TryRead(text, shortEras, out parts)) && parts.Year is (0 or >= EarliestYear)
            ? new Birthday(parts, isCanonical ? text : null)
            : null;
        return value is not null;
    }

    /// <summary>The form most files and every stored value have: read without the detours of the others.</summary>
    private static bool IsCanonical([NotNullWhen(true)] string? text, out DateParts parts)
    {
        parts = default;
        if (text is not { Length: 10 } || text[4] != '-' || text[7] != '-')
            return false;
        var number = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                number = (number * 10) + (c - '0');
            else if (c != '-')
                return false;
        }

        // Digits and hyphens only so far; exactly two hyphens leave exactly eight digits.
        parts = new(number / 10000, number / 100 % 100, number % 100);
        return text.AsSpan().Count('-') == 2 && parts.CanExist();
    }

    public static Birthday Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a birthday (誕生日).");

    /// <summary>From three inputs; 0 for a part not known. False where no such day exists.</summary>
    public static bool TryFrom(int year, int month, int day, [NotNullWhen(true)] out Birthday? value)
    {
        var parts = new DateParts(year, month, day);
        value = parts.CanExist() && year is (0 or >= EarliestYear) ? new Birthday(parts) : null;
        return value is not null;
    }

    /// <summary>What is kept where the municipality did not switch the year on.</summary>
    public Birthday WithoutYear() => _parts.Year == 0 ? this : new Birthday(_parts with { Year = 0 });

    /// <summary>The blind comparison at the counter; a part not known equals only a part typed as not known.</summary>
    public bool SameMonthDay(Birthday other) => _parts.Month == other._parts.Month && _parts.Day == other._parts.Day;

    public override string ToString() => Personal.Mask;
}
