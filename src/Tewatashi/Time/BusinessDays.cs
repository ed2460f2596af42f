namespace Tewatashi.Time;

/// <summary>
/// 開庁日: closed are Saturday, Sunday, holidays and 12/29 to 1/3 (地方自治法第4条の2), and what the municipality closes besides.
/// </summary>
public sealed class BusinessDays
{
    // A rule that closes every day is a mistake; ten years are searched before saying so.
    private const int SearchedDays = 3660;

    private readonly Func<DateOnly, bool> _isHoliday;
    private readonly Func<DateOnly, bool> _isClosedBesides;

    /// <param name="isClosedBesides">Further closures of the municipality.</param>
    /// <param name="isHoliday">A loaded list of holidays in place of the computed ones.</param>
    public BusinessDays(Func<DateOnly, bool> isClosedBesides, Func<DateOnly, bool>? isHoliday = null)
    {
        _isClosedBesides = isClosedBesides;
        _isHoliday = isHoliday ?? JapaneseHolidays.IsHoliday;
    }

    public BusinessDays(IReadOnlySet<DateOnly> closures)
        : this(closures.Contains)
    {
    }

    /// <summary>Without closures of a municipality's own.</summary>
    public static BusinessDays Default { get; } = new(static _ => false);

    public bool IsOpen(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !IsNewYear(date) && !_isHoliday(date) && !_isClosedBesides(date);

    /// <summary>
    /// The n-th business day after a date, which itself never counts; for a negative number the n-th before it. 0 is the date
    /// itself or, where it is closed, the next open day.
    /// </summary>
    public DateOnly Add(DateOnly date, int days)
    {
        if (days == 0)
            return IsOpen(date) ? date : Next(date, 1);
        for (var i = 0; i < Math.Abs(days); i++)
            date = Next(date, Math.Sign(days));
        return date;
    }

    /// <summary>The last business day before a date.</summary>
    public DateOnly Previous(DateOnly date) => Next(date, -1);

    private DateOnly Next(DateOnly date, int step)
    {
        for (var i = 0; i < SearchedDays; i++)
        {
            date = date.AddDays(step);
            if (IsOpen(date))
                return date;
        }

        throw new InvalidOperationException("The closures leave no business day within ten years.");
    }

    private static bool IsNewYear(DateOnly date) =>
        date is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
