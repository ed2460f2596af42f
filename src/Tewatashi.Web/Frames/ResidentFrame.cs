namespace Tewatashi.Web.Frames;

/// <summary>What stands around every resident page.</summary>
public sealed record ResidentFrame
{
    /// <summary>Shown in the header; null where no municipality is known, as on an error page.</summary>
    public string? MunicipalityName { get; init; }

    public string HomeUrl { get; init; } = "/";

    /// <summary>The language of the page, for screen readers and hyphenation.</summary>
    public string Language { get; init; } = "ja";

    /// <summary>This page in every language it has, the spoken one included; empty where there is nothing to choose.</summary>
    public IReadOnlyList<FrameLanguage> Languages { get; init; } = [];

    /// <summary>利用目的: where the municipality says what the data are used for.</summary>
    public FrameLink? PurposeOfUse { get; init; }

    public IReadOnlyList<FrameLink> FooterLinks { get; init; } = [];

    /// <summary>Where a signed-in resident leaves; null when nobody is signed in. Posted.</summary>
    public string? SignOutUrl { get; init; }

    /// <summary>A line above everything, such as 「これは見本です」 of the evaluation.</summary>
    public string? Notice { get; init; }
}
