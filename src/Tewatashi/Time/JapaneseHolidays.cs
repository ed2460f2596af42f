using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Tewatashi.Time;

/// <summary>
/// The national holidays computed from 国民の祝日に関する法律 and its exceptions. Exact from 2007, the year of its present substitution rule, to 2099,
/// where the formula of the equinoxes ends; other years have none here. The Cabinet Office's list may be loaded over them.
/// </summary>
public static class JapaneseHolidays
{
    private const int FirstYear = 2007;
    private const int LastYear = 2099;

    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> Years = new();

    public static bool IsHoliday(DateOnly date) => NameOf(date) is not null;

    /// <summary>The holiday's name, 振替休日 and 国民の休日 included; null where the date is none.</summary>
    public static string? NameOf(DateOnly date) => In(date.Year).GetValueOrDefault(date);

    /// <summary>All holidays of a year.</summary>
    public static IReadOnlyDictionary<DateOnly, string> In(int year) =>
        year is >= FirstYear and <= LastYear ? Years.GetOrAdd(year, Compute) : FrozenDictionary<DateOnly, string>.Empty;

    private static FrozenDictionary<DateOnly, string> Compute(int year)
    {
        var national = new Dictionary<DateOnly, string>();
        foreach (var (month, day, name) in NationalHolidays(year))
            national.Add(new DateOnly(year, month, day), name);

        var all = new Dictionary<DateOnly, string>(national);
        foreach (var date in national.Keys)
        {
            // 第3条第2項: a holiday on Sunday moves to the next day that is no national holiday.
            if (date.DayOfWeek == DayOfWeek.Sunday)
            {
                var substitute = date.AddDays(1);
                while (national.ContainsKey(substitute))
                    substitute = substitute.AddDays(1);
                all[substitute] = "振替休日";
            }

            // 第3条第3項: a day between two national holidays.
            var between = date.AddDays(1);
            if (!national.ContainsKey(between) && national.ContainsKey(date.AddDays(2)))
                all.TryAdd(between, "国民の休日");
        }

        return all.ToFrozenDictionary();
    }

    private static IEnumerable<(int Month, int Day, string Name)> NationalHolidays(int year)
    {
        yield return (1, 1, "元日");
        yield return (1, Monday(year, 1, 2), "成人の日");
        yield return (2, 11, "建国記念の日");
        if (year >= 2020)
            yield return (2, 23, "天皇誕生日");
        yield return (3, Equinox(year, 20.8431), "春分の日");
        yield return (4, 29, "昭和の日");
        if (year == 2019)
            yield return (5, 1, "天皇の即位の日");
        yield return (5, 3, "憲法記念日");
        yield return (5, 4, "みどりの日");
        yield return (5, 5, "こどもの日");

        // The Olympic laws moved three days of 2020 and 2021.
        yield return (7, year switch { 2020 => 23, 2021 => 22, _ => Monday(year, 7, 3) }, "海の日");
        if (year is 2020 or 2021)
            yield return (7, year == 2020 ? 24 : 23, "スポーツの日");
        if (year >= 2016)
            yield return (8, year switch { 2020 => 10, 2021 => 8, _ => 11 }, "山の日");

        yield return (9, Monday(year, 9, 3), "敬老の日");
        yield return (9, Equinox(year, 23.2488), "秋分の日");
        if (year is not (2020 or 2021))
            yield return (10, Monday(year, 10, 2), year < 2020 ? "体育の日" : "スポーツの日");
        if (year == 2019)
            yield return (10, 22, "即位礼正殿の儀");
        yield return (11, 3, "文化の日");
        yield return (11, 23, "勤労感謝の日");
        if (year <= 2018)
            yield return (12, 23, "天皇誕生日");
    }

    private static int Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1).DayOfWeek;
        return 1 + ((DayOfWeek.Monday - first + 7) % 7) + ((nth - 1) * 7);
    }

    // The National Astronomical Observatory announces the day a year before; this formula has met it since 1980 and is good to 2099.
    private static int Equinox(int year, double start) =>
        (int)Math.Floor(start + (0.242194 * (year - 1980)) - Math.Floor((year - 1980) / 4.0));
}
