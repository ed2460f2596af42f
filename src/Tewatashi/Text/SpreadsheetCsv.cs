using System.Text;

namespace Tewatashi.Text;

/// <summary>
/// CSV for a spreadsheet: UTF-8 with its mark, CRLF, quoted as RFC 4180 says. A cell that a spreadsheet would take for a formula is
/// guarded by a leading <c>'</c> (docs: data conventions); a file for machines is not written here.
/// </summary>
public static class SpreadsheetCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // The full-width forms too: a spreadsheet folds them before it looks.
    private const string Formula = "=+-@\t\r＝＋－＠";

    public static byte[] Preamble => Encoding.UTF8.GetPreamble();

    public static byte[] Line(params IEnumerable<string?> cells) => Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n");

    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (Formula.Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
