namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A rule someone else changed while it was being typed here.</summary>
public sealed record RuleDifference(string Label, string Typed, string Now);
