namespace Tewatashi.Web.Frames;

/// <summary>This page in one of its languages. <paramref name="Tag"/> is for <c>hreflang</c>, <paramref name="Voice"/> for <c>lang</c> of the name.</summary>
public sealed record FrameLanguage(string Name, string Voice, string Tag, string Url, bool IsSpoken);
