namespace Tewatashi.Time;

/// <summary>
/// The only place that turns an instant into a date and wall time of the office. Japan keeps UTC+9 without summer time since 1952, so no
/// time zone database is asked: a machine without one books the same times.
/// </summary>
public static class JapanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>Today's date in the office.</summary>
    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow());

    /// <summary>The office clock's time, to the tick.</summary>
    public static TimeOnly TimeNow(TimeProvider time) => TimeOf(time.GetUtcNow());

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant, in UTC, of an office date and wall time.</summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time) =>
        new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The instant, in UTC, at which an office date begins; the end of a day is the start of the next.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => InstantOf(date, TimeOnly.MinValue);
}
