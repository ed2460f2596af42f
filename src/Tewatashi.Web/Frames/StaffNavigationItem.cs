namespace Tewatashi.Web.Frames;

/// <summary>One entry. <paramref name="Waiting"/> is how many things wait there; null shows no number.</summary>
public sealed record StaffNavigationItem(string Text, string Url, bool IsCurrent = false, int? Waiting = null);
