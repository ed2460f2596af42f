namespace Tewatashi.Web.Frames;

/// <summary>A link of the frame around a page.</summary>
public sealed record FrameLink(string Text, string Url);
