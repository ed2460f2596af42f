using Tewatashi.HandOver;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>A table of people of the day.</summary>
/// <param name="WithActions">Whether the person at the screen may check in and hand over.</param>
public sealed record DayLines(string Caption, IReadOnlyList<DayLine> Lines, bool WithDay, bool WithActions);
