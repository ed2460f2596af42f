using System.Buffers.Binary;
using System.Text;

namespace Tewatashi.Papers.Fonts;

/// <summary>
/// A TrueType font (glyf outlines) as it lies in its file: which characters it can draw, how wide each is, and its outlines.
/// The outlines stay in the file and are read when a subset is built; only the small tables are held.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly Func<Stream> open;
    private readonly Dictionary<string, (int Offset, int Length)> directory = [];
    private readonly byte[] groups;
    private readonly byte[] widths;
    private readonly byte[] locations;
    private readonly int widthCount;
    private readonly bool longLocations;

    /// <param name="open">Opens the font's file anew; the stream must be seekable.</param>
    public TrueTypeFont(Func<Stream> open)
    {
        this.open = open;
        using var file = open();
        var header = Read(file, 0, 12);
        var tableCount = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4));
        var entries = Read(file, 12, 16 * tableCount).AsSpan();
        for (var at = 0; at < entries.Length; at += 16)
        {
            directory[Encoding.ASCII.GetString(entries.Slice(at, 4))] = (
                BinaryPrimitives.ReadInt32BigEndian(entries[(at + 8)..]),
                BinaryPrimitives.ReadInt32BigEndian(entries[(at + 12)..]));
        }

        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Table(file, "head").AsSpan(18));
        longLocations = BinaryPrimitives.ReadInt16BigEndian(Table(file, "head").AsSpan(50)) == 1;
        widthCount = BinaryPrimitives.ReadUInt16BigEndian(Table(file, "hhea").AsSpan(34));
        widths = Table(file, "hmtx");
        locations = Table(file, "loca");
        groups = CharacterGroups(Table(file, "cmap"));
    }

    /// <summary>Font units in one em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public int GlyphOf(Rune character)
    {
        int low = 0, high = groups.Length / 12 - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = groups.AsSpan(middle * 12);
            var first = BinaryPrimitives.ReadUInt32BigEndian(group);
            if (character.Value < first)
                high = middle - 1;
            else if (character.Value > BinaryPrimitives.ReadUInt32BigEndian(group[4..]))
                low = middle + 1;
            else
                return (int)(BinaryPrimitives.ReadUInt32BigEndian(group[8..]) + ((uint)character.Value - first));
        }

        return 0;
    }

    /// <summary>Width of a glyph in font units.</summary>
    public int AdvanceOf(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(widths.AsSpan(Math.Min(glyph, widthCount - 1) * 4));

    /// <summary>Left side bearing of a glyph in font units.</summary>
    public short LeftBearingOf(int glyph) => BinaryPrimitives.ReadInt16BigEndian(glyph < widthCount
        ? widths.AsSpan(glyph * 4 + 2)
        : widths.AsSpan(widthCount * 4 + (glyph - widthCount) * 2));

    /// <summary>The outlines of these glyphs, in the order asked; empty for a blank.</summary>
    public IEnumerable<byte[]> Outlines(IEnumerable<int> glyphs)
    {
        using var file = open();
        var outlinesAt = directory["glyf"].Offset;
        foreach (var glyph in glyphs)
        {
            var from = Location(glyph);
            yield return Read(file, outlinesAt + from, Location(glyph + 1) - from);
        }
    }

    /// <summary>A table of the file, copied.</summary>
    public byte[] Table(string tag)
    {
        using var file = open();
        return Table(file, tag);
    }

    private byte[] Table(Stream file, string tag) => Read(file, directory[tag].Offset, directory[tag].Length);

    private int Location(int glyph) => longLocations
        ? BinaryPrimitives.ReadInt32BigEndian(locations.AsSpan(glyph * 4))
        : BinaryPrimitives.ReadUInt16BigEndian(locations.AsSpan(glyph * 2)) * 2;

    /// <summary>The groups (first, last, first glyph) of the format 12 table, which alone reaches beyond U+FFFF.</summary>
    private static byte[] CharacterGroups(byte[] cmap)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cmap.AsSpan(2));
        for (var record = 0; record < count; record++)
        {
            var at = BinaryPrimitives.ReadInt32BigEndian(cmap.AsSpan(4 + record * 8 + 4));
            if (BinaryPrimitives.ReadUInt16BigEndian(cmap.AsSpan(at)) != 12) continue;
            var length = BinaryPrimitives.ReadInt32BigEndian(cmap.AsSpan(at + 12)) * 12;
            return cmap.AsSpan(at + 16, length).ToArray();
        }

        throw new InvalidDataException("The font has no character map of format 12.");
    }

    private static byte[] Read(Stream file, int offset, int length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
