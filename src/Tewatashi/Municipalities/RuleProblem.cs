namespace Tewatashi.Municipalities;

/// <summary>A rule that cannot be taken as entered.</summary>
/// <param name="Field">The property of <see cref="Rules"/>.</param>
public sealed record RuleProblem(string Field, string Message);
