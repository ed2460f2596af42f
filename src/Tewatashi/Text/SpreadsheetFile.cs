using System.Buffers;
using System.Text;

namespace Tewatashi.Text;

/// <summary>
/// A CSV file for a spreadsheet, row by row. CP932 has other code points for ～ － ― ∥: these are written instead of what our texts hold. What it cannot
/// carry at all is named and never replaced in silence.
/// </summary>
public sealed class SpreadsheetFile
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The platform has no code page 932.");

    private readonly SpreadsheetEncoding encoding;
    private readonly IReadOnlyList<string> headings;
    private readonly ArrayBufferWriter<byte> file = new();

    public SpreadsheetFile(SpreadsheetEncoding encoding, IReadOnlyList<string> headings)
    {
        (this.encoding, this.headings) = (encoding, headings);
        if (encoding == SpreadsheetEncoding.Utf8) file.Write(SpreadsheetCsv.Preamble);
        Write(headings);
    }

    /// <summary>How many there are, the headings not counted.</summary>
    public int Rows { get; private set; }

    /// <summary>The first one; null where all could be written.</summary>
    public UnwritableCell? Unwritable { get; private set; }

    public void Add(IReadOnlyList<string?> cells)
    {
        Rows++;
        Write(cells);
    }

    public byte[] ToArray() => Unwritable is null ? file.WrittenSpan.ToArray() : throw new InvalidOperationException("A file with a hole is not handed out.");

    private void Write(IReadOnlyList<string?> cells)
    {
        if (Unwritable is not null) return;
        if (encoding == SpreadsheetEncoding.Utf8)
        {
            file.Write(SpreadsheetCsv.Line(cells));
            return;
        }

        foreach (var (index, cell) in cells.Index())
        {
            try
            {
                file.Write(Cp932.GetBytes((index == 0 ? "" : ",") + SpreadsheetCsv.Cell(cell).Replace('〜', '～').Replace('−', '－').Replace('—', '―').Replace('‖', '∥')));
            }
            catch (EncoderFallbackException exception)
            {
                var lost = exception.IsUnknownSurrogate() ? string.Concat(exception.CharUnknownHigh, exception.CharUnknownLow) : exception.CharUnknown.ToString();
                Unwritable = new(Rows, headings[index], lost);
                return;
            }
        }

        file.Write("\r\n"u8);
    }
}
