namespace Tewatashi.Lists;

/// <summary>One answer to choose from when a list is filtered.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Text">As the office says it.</param>
public sealed record ListChoice(string Value, string Text);
