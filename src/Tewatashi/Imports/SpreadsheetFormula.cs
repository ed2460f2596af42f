namespace Tewatashi.Imports;

/// <summary>Text that a spreadsheet would take for a formula instead of showing it.</summary>
internal static class SpreadsheetFormula
{
    public static bool Begins(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠';
}
