namespace Tewatashi.Resident.Views;

/// <summary>How to find the counter: its own words, then the office's.</summary>
public sealed record WayView(string CounterAccess, OfficeText OfficeAccess);
