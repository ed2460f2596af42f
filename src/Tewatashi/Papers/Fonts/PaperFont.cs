using System.Text;

namespace Tewatashi.Papers.Fonts;

/// <summary>
/// The typeface of every paper, Noto Sans JP (SIL Open Font License, see OFL.txt), in its two weights: what it can draw and how
/// wide a text becomes. Drawing itself goes through a subset made for the job.
/// </summary>
internal sealed class PaperFont
{
    private const float MillimetresPerPoint = 25.4f / 72f;

    private readonly TrueTypeFont file;

    private PaperFont(string name) =>
        file = new TrueTypeFont(() => typeof(PaperFont).Assembly.GetManifestResourceStream($"Tewatashi.Papers.Fonts.{name}")
            ?? throw new InvalidOperationException($"The font {name} is not embedded."));

    public static PaperFont Regular { get; } = new("NotoSansJP-Regular.ttf");

    public static PaperFont Bold { get; } = new("NotoSansJP-Bold.ttf");

    /// <summary>
    /// Whether the character can be printed. Characters that change their neighbours (combining marks, variation selectors,
    /// direction marks) are refused: drawn one by one they would not look like what was typed.
    /// </summary>
    public bool CanDraw(Rune character) =>
        Rune.GetUnicodeCategory(character) is not (System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.EnclosingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator)
        && character != Rune.ReplacementChar
        && file.GlyphOf(character) != 0;

    /// <summary>Width in millimetres of one character at a size in points; a character without glyph counts as a full em.</summary>
    public float WidthOf(Rune character, float size)
    {
        var glyph = file.GlyphOf(character);
        return (glyph == 0 ? 1f : (float)file.AdvanceOf(glyph) / file.UnitsPerEm) * size * MillimetresPerPoint;
    }

    /// <summary>Width in millimetres of a line at a size in points.</summary>
    public float WidthOf(string line, float size)
    {
        var width = 0f;
        foreach (var character in line.EnumerateRunes()) width += WidthOf(character, size);
        return width;
    }

    /// <summary>A font file with these characters only.</summary>
    public byte[] Cut(IReadOnlyCollection<Rune> characters) => TrueTypeSubset.Cut(file, characters);
}
