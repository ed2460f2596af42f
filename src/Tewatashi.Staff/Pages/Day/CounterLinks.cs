using Tewatashi.HandOver;

namespace Tewatashi.Staff.Pages.Day;

/// <summary>The counters to choose from, above a page of the day.</summary>
/// <param name="Path">The page itself, without a query.</param>
/// <param name="WithAll">Whether the page can show every counter at once.</param>
public sealed record CounterLinks(IReadOnlyList<DayCounter> Counters, Guid? Current, string Path, bool WithAll);
