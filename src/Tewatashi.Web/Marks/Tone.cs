using Tewatashi.Web.Resources;

namespace Tewatashi.Web.Marks;

/// <summary>What a message or status means. Always told in words too, never by colour alone.</summary>
public enum Tone
{
    Info,
    Success,
    Warning,
    Error,
    Neutral,
}

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Error => "error",
        Tone.Neutral => "neutral",
        _ => throw new InvalidOperationException($"Unknown tone {tone}."),
    };

    public static string Word(this Tone tone) => tone switch
    {
        Tone.Info or Tone.Neutral => WebTexts.ToneInfo,
        Tone.Success => WebTexts.ToneSuccess,
        Tone.Warning => WebTexts.ToneWarning,
        Tone.Error => WebTexts.ToneError,
        _ => throw new InvalidOperationException($"Unknown tone {tone}."),
    };
}
