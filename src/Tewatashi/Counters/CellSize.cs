namespace Tewatashi.Counters;

/// <summary>A cell as the calendar wants it: whose, when, how many seats and how many of them kept.</summary>
/// <param name="Minute">Minutes from midnight at which it begins.</param>
public sealed record CellSize(Guid OwnerId, DateOnly Day, int Minute, int Capacity, int Kept);
