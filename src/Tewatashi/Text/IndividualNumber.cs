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

    private enum Joint
    {
        None,
        Hyphen,
        Space,
    }

    /// <summary>Whether the whole text, as a scanner sends it, is a 個人番号.</summary>
    public static bool IsIndividualNumber(string? text) => Typed.Code(text) is { Length: Length } code && Fits(code);

    /// <summary>
    /// Whether a field or cell holds one: a run of exactly twelve digits of any width, or three groups of exactly four joined by hyphens or
    /// spaces, with a right check digit. A chain of more such groups, joined alike, is another kind of number.
    /// </summary>
    public static bool ContainsOne(ReadOnlySpan<char> text)
    {
        var before = Joint.None; // what joins the group of four before to the run at hand
        var position = 0;
        while (position < text.Length)
        {
            var run = RunLength(text[position..]);
            if (run == 0)
            {
                position++;
                continue;
            }

            if (run == Length && Fits(text.Slice(position, Length)))
                return true;
            if (run == GroupLength && IsGrouped(text[position..], before))
                return true;
            position += run;
            before = run == GroupLength ? JointAt(text[position..], out _) : Joint.None;
        }

        return false;
    }

    /// <summary>Three groups from here, and no fourth joined like them before or behind.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text, Joint before)
    {
        Span<char> digits = stackalloc char[Length];
        var joint = before;
        for (var group = 0; group < 3; group++)
        {
            if (RunLength(text) != GroupLength)
                return false;
            text[..GroupLength].CopyTo(digits[(group * GroupLength)..]);
            text = text[GroupLength..];
            var next = JointAt(text, out var length);
            if ((group < 2 && next == Joint.None) || (group == 0 && next == before))
                return false;
            if (group == 2)
                return !(next == joint && RunLength(text[length..]) == GroupLength) && Fits(digits);
            joint = next;
            text = text[length..];
        }

        return false;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && DigitOf(text[length]) >= 0)
            length++;
        return length;
    }

    /// <summary>Up to three hyphens and spaces in front of a digit.</summary>
    private static Joint JointAt(ReadOnlySpan<char> text, out int length)
    {
        var joint = Joint.None;
        for (length = 0; length < text.Length && length <= 3; length++)
        {
            var c = text[length];
            if (DigitOf(c) >= 0)
                return joint;
            if (Typed.IsHyphen(c))
                joint = Joint.Hyphen;
            else if (!Typed.IsSpace(c))
                break;
            else if (joint == Joint.None)
                joint = Joint.Space;
        }

        return Joint.None;
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
