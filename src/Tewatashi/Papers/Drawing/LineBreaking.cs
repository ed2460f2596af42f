using System.Text;

namespace Tewatashi.Papers.Drawing;

/// <summary>
/// Breaks Japanese text into lines (JIS X 4051, the common part): no line begins with a closing mark, small kana or ー, none ends
/// with an opening bracket, and Latin words, numbers and addresses stay whole unless longer than a line. Katakana words and a number
/// with its counter (1点, 75歳) stay whole too: lines are not justified, and a reader of 78 is helped.
/// </summary>
internal static class LineBreaking
{
    private const string NeverFirst =
        "、。，．・：；！？,.:;!?）」』】〕｝〉》〙〗)]}’”％%‰℃°ー〜～…‥々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";

    private const string NeverLast = "（「『【〔｛〈《〘〖([{‘“￥¥＃#〒";

    /// <summary>The lines of one paragraph, none wider than the width unless a single character is.</summary>
    public static List<string> Break(string paragraph, Func<Rune, float> widthOf, float width)
    {
        var characters = paragraph.EnumerateRunes().ToArray();
        var lines = new List<string>();
        var start = 0;
        while (start < characters.Length)
        {
            var end = EndOfLine(characters, start, widthOf, width);
            lines.Add(string.Concat(characters[start..end]).TrimEnd(' ', '　'));
            start = end;
            while (start < characters.Length && IsSpace(characters[start])) start++;
        }

        if (lines.Count == 0) lines.Add("");
        return lines;
    }

    private static int EndOfLine(Rune[] characters, int start, Func<Rune, float> widthOf, float width)
    {
        var filled = 0f;
        var lastBreak = start;
        for (var at = start; at < characters.Length; at++)
        {
            if (at > start && MayBreak(characters[at - 1], characters[at])) lastBreak = at;
            filled += widthOf(characters[at]);
            // A space may hang over the edge: it is not seen.
            if (filled <= width || IsSpace(characters[at])) continue;
            return lastBreak > start ? lastBreak : Math.Max(at, start + 1);
        }

        return characters.Length;
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !IsSpace(after)
        && !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal)
        && !NeverLast.Contains(before.ToString(), StringComparison.Ordinal)
        && (IsSpace(before) || !Holds(before, after));

    private static bool Holds(Rune before, Rune after) =>
        (IsOfWord(before) && IsOfWord(after)) || (IsKatakana(before) && IsKatakana(after)) || (Rune.IsDigit(before) && Rune.IsLetter(after));

    private static bool IsKatakana(Rune character) => character.Value is >= 'ァ' and <= 'ー' and not '・';

    private static bool IsSpace(Rune character) => character.Value is ' ' or '　';

    private static bool IsOfWord(Rune character) => character.IsAscii && character.Value > ' ';
}
