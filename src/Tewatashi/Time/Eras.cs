namespace Tewatashi.Time;

/// <summary>The table of eras: a new one is one more row.</summary>
public static class Eras
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Era> All { get; } =
    [
        new("令和", 'R', new(2019, 5, 1), DateOnly.MaxValue) { FirstYear = 2019 },
        new("平成", 'H', new(1989, 1, 8), new(2019, 4, 30)) { FirstYear = 1989 },
        new("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7)) { FirstYear = 1926 },
        new("大正", 'T', new(1912, 7, 30), new(1926, 12, 24)) { FirstYear = 1912 },
        new("明治", 'M', new(1873, 1, 1), new(1912, 7, 29)) { FirstYear = 1868 },
    ];

    /// <summary>The era of a date; null before 1873.</summary>
    public static Era? Of(DateOnly date)
    {
        foreach (var era in All)
        {
            if (era.Contains(date))
                return era;
        }

        return null;
    }
}
