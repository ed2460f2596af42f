using System.Globalization;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Imports;

/// <summary>交付予約日時 as a file writes it: a date in any accepted form, a space (or T), hours and minutes. Office time.</summary>
public readonly record struct VisitTime(DateOnly On, TimeOnly At)
{
    private static readonly string[] TimeForms = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "H時m分", "H時"];

    /// <summary>Reads the cell; seconds, where written, have to be zero.</summary>
    public static bool TryParse(string text, out VisitTime visit)
    {
        visit = default;
        if (Typed.Line(text) is not { } plain)
        {
            return false;
        }

        var gap = plain.AsSpan().LastIndexOfAny(' ', 'T');
        if (gap < 0
            || !JapaneseDate.TryParse(plain[..gap], out var on, shortEras: true)
            || !TimeOnly.TryParseExact(plain[(gap + 1)..].Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || at.Second != 0)
        {
            return false;
        }

        visit = new VisitTime(on, at);
        return true;
    }
}
