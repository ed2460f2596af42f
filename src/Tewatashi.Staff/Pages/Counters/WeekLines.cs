using System.Globalization;
using Tewatashi.Counters;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>Weekly hours in words and as rows of a form: days with the same stretch stand together.</summary>
internal static class WeekLines
{
    /// <summary>The office's week begins on Monday.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Name(DayOfWeek day) => "日月火水木金土"[(int)day].ToString();

    /// <summary>The pattern that counts on a day, and those that begin later.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<OpeningHours> hours, Guid counterId, DateOnly today)
    {
        var patterns = hours.Where(row => row.CounterId == counterId).GroupBy(row => row.EffectiveOn).OrderBy(pattern => pattern.Key).ToList();
        var now = patterns.LastOrDefault(pattern => pattern.Key <= today)?.Key;
        return
        [
            .. from pattern in patterns
               where pattern.Key == now || pattern.Key > today
               from line in Rows(pattern)
               select (pattern.Key > today ? $"{JapaneseDate.Brief(pattern.Key)}から " : "") + string.Create(CultureInfo.InvariantCulture,
                   $"{string.Concat(line.Days.Select(Name))} {line.OpensAt:HH:mm}–{line.ClosesAt:HH:mm} 窓口{line.Booths}"),
        ];
    }

    public static IReadOnlyList<(IReadOnlyList<DayOfWeek> Days, TimeOnly OpensAt, TimeOnly ClosesAt, int Booths)> Rows(IEnumerable<OpeningHours> pattern) =>
    [
        .. pattern.GroupBy(row => (row.OpensAt, row.ClosesAt, row.Booths)).OrderBy(group => group.Key.OpensAt)
            .Select(group => ((IReadOnlyList<DayOfWeek>)[.. Days.Where(day => group.Any(row => row.Weekday == day))], group.Key.OpensAt, group.Key.ClosesAt, group.Key.Booths)),
    ];
}
