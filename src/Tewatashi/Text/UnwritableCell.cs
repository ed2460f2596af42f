namespace Tewatashi.Text;

/// <summary>A cell with a character that an encoding cannot carry.</summary>
/// <param name="Row">Counted from 1, the headings not counted.</param>
/// <param name="Column">The heading of its column.</param>
/// <param name="Character">The character itself, as it would have been lost.</param>
public sealed record UnwritableCell(int Row, string Column, string Character)
{
    public string CodePoint => FormattableString.Invariant($"U+{char.ConvertToUtf32(Character, 0):X4}");
}
