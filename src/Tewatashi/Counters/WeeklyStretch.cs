namespace Tewatashi.Counters;

/// <summary>A stretch of a weekday in a counter's weekly hours. The end is not included.</summary>
public sealed record WeeklyStretch(DayOfWeek Weekday, TimeOnly OpensAt, TimeOnly ClosesAt, int Booths);
