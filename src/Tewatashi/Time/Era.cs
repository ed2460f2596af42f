namespace Tewatashi.Time;

/// <summary>元号: from its first day to its last, both included; the last era is open.</summary>
public sealed record Era(string Name, char Letter, DateOnly From, DateOnly To)
{
    /// <summary>The Gregorian year of a year of this era; whether such a date exists is another question.</summary>
    public int GregorianYear(int year) => FirstYear + year - 1;

    /// <summary>The year within the era, 1 for 元年.</summary>
    public int YearOf(DateOnly date) => date.Year - FirstYear + 1;

    public bool Contains(DateOnly date) => From <= date && date <= To;

    /// <summary>The Gregorian year of 元年. 明治 began in 1868 but is read from 1873, when Japan took up this calendar.</summary>
    public required int FirstYear { get; init; }
}
