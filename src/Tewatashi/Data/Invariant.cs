namespace Tewatashi.Data;

/// <summary>What must hold in the whole database at every moment, whatever happened before.</summary>
/// <param name="Name">The rule in the office's words.</param>
/// <param name="Violations">A query of both databases whose rows are violations: <c>municipality</c>, a word for what is wrong, the id of what it is about.</param>
public sealed record Invariant(string Name, string Violations);
