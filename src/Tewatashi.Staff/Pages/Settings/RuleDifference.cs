namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A rule that was typed other than it counts now.</summary>
/// <param name="Field">Its name among the rules.</param>
public sealed record RuleDifference(string Field, string Label, string Typed, string Now);
