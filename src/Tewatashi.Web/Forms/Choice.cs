namespace Tewatashi.Web.Forms;

/// <summary>One answer of a radio group, a checkbox group or a list. <paramref name="Value"/> is posted, <paramref name="Text"/> is read.</summary>
public sealed record Choice(string Value, string Text, string? Support = null, bool IsDisabled = false);
