using System.Text;
using SkiaSharp;
using Tewatashi.Papers.Fonts;

namespace Tewatashi.Papers.Drawing;

/// <summary>One weight of the typeface, cut to the characters of one print job.</summary>
internal sealed class CutTypeface : IDisposable
{
    private readonly HashSet<Rune> characters;
    private readonly SKTypeface typeface;

    public CutTypeface(PaperFont font, IEnumerable<Rune> characters)
    {
        // A space keeps the font from being empty where a weight is not used.
        this.characters = [.. characters, new Rune(' ')];
        using var data = SKData.CreateCopy(font.Cut(this.characters));
        typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException("The cut font was not readable.");
    }

    /// <summary>The typeface at a size in millimetres.</summary>
    public SKFont At(float em) => new(typeface, em)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    /// <summary>Stops on a character that was not announced. Does not name the value: it may be a password.</summary>
    public void Require(string text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (!characters.Contains(character))
                throw new InvalidOperationException($"A value on a paper holds U+{character.Value:X4}, which is not in its alphabet.");
        }
    }

    public void Dispose() => typeface.Dispose();
}
