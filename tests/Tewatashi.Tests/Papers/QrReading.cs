using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Tewatashi.Tests.Papers;

/// <summary>
/// Reads the QR codes of a PDF page as a scanner would: samples the dark modules from what is drawn and decodes them by
/// ISO/IEC 18004 (versions 1 to 6, level M; nothing is smudged, so errors are not corrected).
/// </summary>
internal static class QrReading
{
    private static readonly (int Blocks, int DataPerBlock)[] LevelM = [(1, 16), (1, 28), (1, 44), (2, 32), (2, 43), (4, 27)];
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static List<string> CodesOf(Page page) =>
        [.. page.Paths.Where(path => path.IsFilled && path.Sum(part => part.Commands.Count) > 60).Select(path => Decode(Sample(path)))];

    private static bool[,] Sample(IReadOnlyList<PdfSubpath> path)
    {
        var edges = path.SelectMany(Edges).ToArray();
        var xs = edges.Select(edge => edge.From.X).ToArray();
        var ys = edges.Select(edge => edge.From.Y).ToArray();
        var (left, top, side) = (xs.Min(), ys.Max(), xs.Max() - xs.Min());
        // The finder pattern's upper edge is seven modules long.
        var finder = edges.Where(edge => Same(edge.From.Y, top) && Same(edge.To.Y, top) && (Same(edge.From.X, left) || Same(edge.To.X, left)))
            .Max(edge => Math.Abs(edge.To.X - edge.From.X));
        var size = (int)Math.Round(side / (finder / 7));
        var module = side / size;
        var upright = edges.Where(edge => Same(edge.From.X, edge.To.X)).ToArray();
        var dark = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            var y = top - (row + 0.5) * module;
            var crossings = upright.Where(edge => (edge.From.Y > y) != (edge.To.Y > y)).Select(edge => edge.From.X).ToArray();
            for (var column = 0; column < size; column++)
            {
                var x = left + (column + 0.5) * module;
                dark[row, column] = crossings.Count(crossing => crossing < x) % 2 == 1;
            }
        }

        return dark;
    }

    private static bool Same(double first, double second) => Math.Abs(first - second) < 0.01;

    private static IEnumerable<(PdfPoint From, PdfPoint To)> Edges(PdfSubpath part)
    {
        PdfPoint? start = null, last = null;
        foreach (var command in part.Commands)
        {
            if (command is PdfSubpath.Move move) start = last = move.Location;
            if (command is PdfSubpath.Line line)
            {
                yield return (line.From, line.To);
                last = line.To;
            }
        }

        if (start is { } from && last is { } to && !(Same(from.X, to.X) && Same(from.Y, to.Y))) yield return (to, from);
    }

    private static string Decode(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var version = (size - 17) / 4;
        var format = 0;
        for (var bit = 0; bit < 5; bit++) format = format << 1 | (dark[8, bit] ? 1 : 0);
        format ^= 0b10101;
        Assert.Equal(0b00, format >> 3);
        var mask = format & 7;

        var bits = new List<bool>();
        var upward = true;
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6) right--;
            for (var step = 0; step < size; step++)
            {
                var row = upward ? size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 })
                    if (!IsFunction(row, column, size, version)) bits.Add(dark[row, column] ^ Masked(mask, row, column));
            }

            upward = !upward;
        }

        var codewords = bits.Chunk(8).Where(chunk => chunk.Length == 8)
            .Select(chunk => chunk.Aggregate(0, (value, bit) => value << 1 | (bit ? 1 : 0))).ToArray();
        var (blocks, length) = LevelM[version - 1];
        var data = from block in Enumerable.Range(0, blocks) from index in Enumerable.Range(0, length) select codewords[index * blocks + block];
        return Text(new Queue<bool>(data.SelectMany(word => Enumerable.Range(0, 8).Select(bit => (word >> (7 - bit) & 1) == 1))));
    }

    private static bool IsFunction(int row, int column, int size, int version)
    {
        if (row == 6 || column == 6) return true;
        if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true;
        var centre = size - 7;
        return version > 1 && Math.Abs(row - centre) <= 2 && Math.Abs(column - centre) <= 2;
    }

    private static bool Masked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => (row / 2 + column / 3) % 2 == 0,
        5 => row * column % 2 + row * column % 3 == 0,
        6 => (row * column % 2 + row * column % 3) % 2 == 0,
        _ => ((row + column) % 2 + row * column % 3) % 2 == 0,
    };

    private static string Text(Queue<bool> bits)
    {
        int Take(int count) => Enumerable.Range(0, count).Aggregate(0, (value, _) => value << 1 | (bits.Dequeue() ? 1 : 0));
        var text = new StringBuilder();
        while (bits.Count >= 4)
        {
            switch (Take(4))
            {
                case 0:
                    return text.ToString();
                case 1:
                    for (var left = Take(10); left > 0; left -= 3)
                    {
                        var digits = Math.Min(left, 3);
                        text.Append(Take(digits * 3 + 1).ToString(new string('0', digits), System.Globalization.CultureInfo.InvariantCulture));
                    }

                    break;
                case 2:
                    for (var left = Take(9); left > 0; left -= 2)
                    {
                        var value = Take(left > 1 ? 11 : 6);
                        if (left > 1) text.Append(Alphanumeric[value / 45]);
                        text.Append(Alphanumeric[value % 45]);
                    }

                    break;
                case 4:
                    for (var left = Take(8); left > 0; left--) text.Append((char)Take(8));
                    break;
                default:
                    throw new InvalidDataException("A mode no paper uses.");
            }
        }

        return text.ToString();
    }
}
