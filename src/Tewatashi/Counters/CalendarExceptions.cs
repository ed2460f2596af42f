namespace Tewatashi.Counters;

/// <summary>What single days and offices have beside the weekly hours.</summary>
public sealed record CalendarExceptions(
    IReadOnlyList<SpecialHours> SpecialHours, IReadOnlyList<FewerBooths> FewerBooths, IReadOnlyList<OfficeLimit> Limits,
    IReadOnlyList<OutageSpan> Outages);
