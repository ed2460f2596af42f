using Tewatashi.Papers.Fonts;

namespace Tewatashi.Papers.Drawing;

/// <summary>How a text is set: size in points, weight, and how grey (0 black to 255 white).</summary>
internal sealed record Lettering(float Size, bool Bold = false, byte Grey = 0)
{
    /// <summary>Size in millimetres, the unit of all positions.</summary>
    public float Em => Size * 25.4f / 72f;

    public PaperFont Font => Bold ? PaperFont.Bold : PaperFont.Regular;

    public float WidthOf(string line) => Font.WidthOf(line, Size);

    public List<string> Break(string paragraph, float width) =>
        LineBreaking.Break(paragraph, character => Font.WidthOf(character, Size), width);
}
