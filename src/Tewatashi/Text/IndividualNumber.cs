using System.Globalization;

namespace Tewatashi.Text;

/// <summary>
/// Finds a 個人番号 in order to keep it out: it is no item of this system. Check digit by 総務省令第85号 (2014) 第5条. What was found is never
/// repeated in a message nor logged.
/// </summary>
public static class IndividualNumber
{
    private const int Length = 12;
    private const int GroupLength = 4;

    /// <summary>Whether the whole text, as a scanner sends it, is a 個人番号.</summary>
    public static bool IsIndividualNumber(string? text) => Typed.Code(text) is { Length: Length } code && Fits(code);

    /// <summary>
    /// Whether a field or cell holds one: a run of exactly twelve digits of any width, or three groups of exactly four joined by hyphens or
    /// spaces, with a right check digit. A longer chain of groups of four is another kind of number.
    /// </summary>
    public static bool ContainsOne(ReadOnlySpan<char> text)
    {
        if (text.Length < Length)
            return false;

        Span<char> chain = stackalloc char[Length];
        var chained = 0; // groups of four joined so far; beyond three only counted
        var position = 0;
        var gap = 0; // where the current joint began
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && DigitOf(text[position]) >= 0)
                position++;
            var length = position - start;
            if (length == 0)
            {
                position++;
                continue;
            }

            if (length == Length && Fits(text.Slice(start, length)))
                return true;

            var joined = chained > 0 && Joins(text[gap..start]);
            if (!joined || length != GroupLength)
            {
                if (chained == 3 && Fits(chain))
                    return true;
                chained = 0;
            }

            if (length == GroupLength)
            {
                if (chained < 3)
                {
                    for (var i = 0; i < GroupLength; i++)
                        chain[(chained * GroupLength) + i] = text[start + i];
                }

                chained++;
            }

            gap = position;
        }

        return chained == 3 && Fits(chain);
    }

    private static bool Joins(ReadOnlySpan<char> between)
    {
        if (between.Length is 0 or > 3)
            return false;
        foreach (var c in between)
        {
            if (!Typed.IsHyphen(c) && !Typed.IsSpace(c))
                return false;
        }

        return true;
    }

    private static bool Fits(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var n = 1; n < Length; n++)
        {
            var p = DigitOf(digits[Length - 1 - n]);
            if (p < 0)
                return false;
            sum += p * (n <= 6 ? n + 1 : n - 5);
        }

        var rest = sum % 11;
        return DigitOf(digits[Length - 1]) == (rest <= 1 ? 0 : 11 - rest);
    }

    private static int DigitOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : c < '\u0660' ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);
}
