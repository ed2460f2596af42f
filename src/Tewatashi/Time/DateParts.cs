namespace Tewatashi.Time;

/// <summary>A date as written, any part 0 where it is unknown or was not written. Not yet proved to exist.</summary>
internal readonly record struct DateParts(int Year, int Month, int Day)
{
    /// <summary>Whether the known parts can belong to one date: without a year 29 February can.</summary>
    public bool CanExist()
    {
        if (Year is < 0 or > 9999 || Month is < 0 or > 12 || Day < 0)
            return false;
        if (Month == 0)
            return Day <= 31;
        // A leap year stands for a year that is not known.
        return Day <= DateTime.DaysInMonth(Year == 0 ? 2000 : Year, Month);
    }

    /// <summary>The first date these parts can mean, and the last.</summary>
    public (DateOnly First, DateOnly Last) Span()
    {
        var first = new DateOnly(Year, Month == 0 ? 1 : Month, Month == 0 || Day == 0 ? 1 : Day);
        var lastMonth = Month == 0 ? 12 : Month;
        var last = new DateOnly(Year, lastMonth, Month == 0 || Day == 0 ? DateTime.DaysInMonth(Year, lastMonth) : Day);
        return (first, last);
    }
}
