using System.Text;

namespace Tewatashi.Papers.Drawing;

/// <summary>
/// The design of a label or page: what is the same on every copy, and where each paper's own values go. Positions are in
/// millimetres from the upper left, texts stand on their baseline. Made before anything is drawn, so that the characters
/// needed are known when the font is cut.
/// </summary>
/// <param name="alphabet">The characters the values are made of.</param>
internal sealed class Design<TPaper>(string alphabet)
{
    internal sealed record Line(string Text, float Left, float Baseline, Lettering Lettering);

    internal sealed record Box(float Left, float Top, float Width, float Height)
    {
        /// <summary>Grey of the inside; null leaves it open.</summary>
        public byte? Fill { get; init; }

        /// <summary>Thickness of the border in millimetres; 0 for none.</summary>
        public float Border { get; init; }
    }

    internal sealed record Value(Func<TPaper, string> Of, float Left, float Baseline, Lettering Lettering, float MaxWidth);

    internal sealed record Code(Func<TPaper, string> Of, float Left, float Top, float Side);

    private readonly List<Line> lines = [];
    private readonly List<Box> boxes = [];
    private readonly List<Value> values = [];
    private readonly List<Code> codes = [];

    public IReadOnlyList<Line> Lines => lines;

    public IReadOnlyList<Box> Boxes => boxes;

    public IReadOnlyList<Value> Values => values;

    public IReadOnlyList<Code> Codes => codes;

    public void Text(string text, float left, float baseline, Lettering lettering) => lines.Add(new Line(text, left, baseline, lettering));

    /// <summary>A text that shrinks to its width.</summary>
    public void Text(string text, float left, float baseline, Lettering lettering, float maxWidth)
    {
        var width = lettering.WidthOf(text);
        lines.Add(new Line(text, left, baseline, width > maxWidth ? lettering with { Size = lettering.Size * maxWidth / width } : lettering));
    }

    public void Draw(Box box) => boxes.Add(box);

    /// <summary>A value of each paper; it shrinks to the width.</summary>
    public void Show(Func<TPaper, string> of, float left, float baseline, Lettering lettering, float maxWidth) =>
        values.Add(new Value(of, left, baseline, lettering, maxWidth));

    /// <summary>A QR code; the side is that of the dark modules, the light border of four modules comes on top.</summary>
    public void Qr(Func<TPaper, string> of, float left, float top, float side) => codes.Add(new Code(of, left, top, side));

    /// <summary>The characters drawn in a weight.</summary>
    public IEnumerable<Rune> Characters(bool bold)
    {
        var fixedCharacters = lines.Where(line => line.Lettering.Bold == bold).SelectMany(line => line.Text.EnumerateRunes());
        return values.Exists(value => value.Lettering.Bold == bold)
            ? fixedCharacters.Concat(alphabet.EnumerateRunes())
            : fixedCharacters;
    }
}
