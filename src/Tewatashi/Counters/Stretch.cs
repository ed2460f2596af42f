namespace Tewatashi.Counters;

/// <summary>An open stretch of one day at a counter with the booths that are open in it. The end is not included.</summary>
public sealed record Stretch(TimeOnly OpensAt, TimeOnly ClosesAt, int Booths);
