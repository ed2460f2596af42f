using System.Buffers.Binary;
using System.Text;

namespace Tewatashi.Papers.Fonts;

/// <summary>
/// Cuts a font down to the characters of one print job. Skia embeds a font whole (4 MB a file), and where two characters share
/// a glyph (一 and the radical ⼀) the PDF's text layer gets the wrong one. So every character gets a glyph of its own here, and
/// the character map holds these characters alone: what is copied out of the PDF is what was put in.
/// </summary>
internal static class TrueTypeSubset
{
    private const int ComponentWordArguments = 0x0001;
    private const int ComponentScale = 0x0008;
    private const int ComponentMore = 0x0020;
    private const int ComponentScaleXY = 0x0040;
    private const int ComponentTwoByTwo = 0x0080;

    /// <summary>A font file with these characters, all of which the font must be able to draw.</summary>
    public static byte[] Cut(TrueTypeFont font, IReadOnlyCollection<Rune> characters)
    {
        var sorted = characters.Order().ToArray();
        var sources = new List<int>(sorted.Length + 1) { 0 };
        sources.AddRange(sorted.Select(font.GlyphOf));
        if (sources.IndexOf(0, 1) is var missing and > 0)
            throw new ArgumentException($"The font cannot draw U+{sorted[missing - 1].Value:X4}.", nameof(characters));

        var outlines = WithComponents(font, sources);
        var locations = new byte[4 * (outlines.Count + 1)];
        var widths = new byte[4 * outlines.Count];
        using var glyphs = new MemoryStream();
        for (var glyph = 0; glyph < outlines.Count; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * glyph), (int)glyphs.Length);
            BinaryPrimitives.WriteUInt16BigEndian(widths.AsSpan(4 * glyph), (ushort)font.AdvanceOf(sources[glyph]));
            BinaryPrimitives.WriteInt16BigEndian(widths.AsSpan(4 * glyph + 2), font.LeftBearingOf(sources[glyph]));
            glyphs.Write(outlines[glyph]);
            while (glyphs.Length % 4 != 0) glyphs.WriteByte(0);
        }

        BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(4 * outlines.Count), (int)glyphs.Length);

        var head = font.Table("head");
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var horizontal = font.Table("hhea");
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(34), (ushort)outlines.Count);
        var profile = font.Table("maxp");
        BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(4), (ushort)outlines.Count);

        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["OS/2"] = font.Table("OS/2"),
            ["cmap"] = CharacterMap(sorted),
            ["glyf"] = glyphs.ToArray(),
            ["head"] = head,
            ["hhea"] = horizontal,
            ["hmtx"] = widths,
            ["loca"] = locations,
            ["maxp"] = profile,
            ["name"] = Names(font.Table("name")),
            ["post"] = font.Table("post"),
        });
    }

    /// <summary>The outlines of the sources; parts of composite glyphs are added behind them and renumbered.</summary>
    private static List<byte[]> WithComponents(TrueTypeFont font, List<int> sources)
    {
        var outlines = new List<byte[]>(sources.Count);
        var parts = new Dictionary<int, int>();
        while (outlines.Count < sources.Count)
        {
            foreach (var outline in font.Outlines(sources.Skip(outlines.Count).ToArray()))
            {
                foreach (var at in ComponentPositions(outline))
                {
                    int part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
                    if (!parts.TryGetValue(part, out var number))
                    {
                        parts[part] = number = sources.Count;
                        sources.Add(part);
                    }

                    BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at), (ushort)number);
                }

                outlines.Add(outline);
            }
        }

        return outlines;
    }

    private static List<int> ComponentPositions(byte[] outline)
    {
        var positions = new List<int>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return positions;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            positions.Add(at + 2);
            at += (flags & ComponentWordArguments) != 0 ? 8 : 6;
            at += (flags & ComponentScale) != 0 ? 2 : (flags & ComponentScaleXY) != 0 ? 4 : (flags & ComponentTwoByTwo) != 0 ? 8 : 0;
        }
        while ((flags & ComponentMore) != 0);
        return positions;
    }

    /// <summary>Format 12, Windows full Unicode: character i of the sorted characters is glyph i + 1.</summary>
    private static byte[] CharacterMap(Rune[] sorted)
    {
        var map = new byte[12 + 16 + 12 * sorted.Length];
        var to = map.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], 3);
        BinaryPrimitives.WriteUInt16BigEndian(to[6..], 10);
        BinaryPrimitives.WriteInt32BigEndian(to[8..], 12);
        BinaryPrimitives.WriteUInt16BigEndian(to[12..], 12);
        BinaryPrimitives.WriteInt32BigEndian(to[16..], 16 + 12 * sorted.Length);
        BinaryPrimitives.WriteInt32BigEndian(to[24..], sorted.Length);
        for (var index = 0; index < sorted.Length; index++)
        {
            var group = to[(28 + 12 * index)..];
            BinaryPrimitives.WriteInt32BigEndian(group, sorted[index].Value);
            BinaryPrimitives.WriteInt32BigEndian(group[4..], sorted[index].Value);
            BinaryPrimitives.WriteInt32BigEndian(group[8..], index + 1);
        }

        return map;
    }

    /// <summary>
    /// The copyright and the font's names in English alone: the rest would travel in every PDF and is read by nobody.
    /// </summary>
    private static byte[] Names(byte[] table)
    {
        var from = table.AsSpan();
        var stringsAt = BinaryPrimitives.ReadUInt16BigEndian(from[4..]);
        var records = new MemoryStream();
        var strings = new MemoryStream();
        for (var index = 0; index < BinaryPrimitives.ReadUInt16BigEndian(from[2..]); index++)
        {
            var record = from.Slice(6 + 12 * index, 12).ToArray();
            var (platform, language, name) = (
                BinaryPrimitives.ReadUInt16BigEndian(record),
                BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(4)),
                BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(6)));
            if (platform != 3 || language != 0x0409 || name is not (0 or 1 or 2 or 4 or 6)) continue;
            var text = from.Slice(stringsAt + BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(10)), BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(8)));
            BinaryPrimitives.WriteUInt16BigEndian(record.AsSpan(10), (ushort)strings.Length);
            records.Write(record);
            strings.Write(text);
        }

        var header = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(records.Length / 12));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(6 + records.Length));
        return [.. header, .. records.ToArray(), .. strings.ToArray()];
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var offset = 12 + 16 * tables.Count;
        var file = new byte[offset + tables.Values.Sum(table => (table.Length + 3) / 4 * 4)];
        var to = file.AsSpan();
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(to, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(to[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(to[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(to[10..], (ushort)(16 * tables.Count - (16 << power)));
        var entry = 12;
        var headAt = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(to[offset..]);
            var padded = (table.Length + 3) / 4 * 4;
            Encoding.ASCII.GetBytes(tag, to[entry..]);
            BinaryPrimitives.WriteUInt32BigEndian(to[(entry + 4)..], Checksum(to.Slice(offset, padded)));
            BinaryPrimitives.WriteInt32BigEndian(to[(entry + 8)..], offset);
            BinaryPrimitives.WriteInt32BigEndian(to[(entry + 12)..], table.Length);
            if (tag == "head") headAt = offset;
            entry += 16;
            offset += padded;
        }

        BinaryPrimitives.WriteUInt32BigEndian(to[(headAt + 8)..], 0xB1B0AFBA - Checksum(to));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var at = 0; at < words.Length; at += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(words[at..]);
        return sum;
    }
}
