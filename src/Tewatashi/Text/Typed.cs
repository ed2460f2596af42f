using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Tewatashi.Text;

/// <summary>Reads what a person typed, whatever the width of the letters (data-conventions: numbers we make).</summary>
public static class Typed
{
    /// <summary>Longest text read at all, in UTF-16 units: no field of an identifier needs more, and NFKC can multiply a text by 18.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Canonical =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>A number or code: NFKC, upper case, without hyphens and spaces. Null where nothing readable was typed.</summary>
    public static string? Code(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
            return null;
        if (!text.AsSpan().ContainsAnyExcept(Canonical))
            return text;
        if (Line(text) is not { } line)
            return null;

        var code = line.Length <= MaxLength ? stackalloc char[MaxLength] : new char[line.Length];
        var length = 0;
        foreach (var c in line)
        {
            if (!IsHyphen(c) && !IsSpace(c))
                code[length++] = char.ToUpperInvariant(c);
        }

        return length == 0 ? null : new string(code[..length]);
    }

    /// <summary>
    /// One line of text: NFKC and trimmed. Null where it is blank, over <see cref="MaxLength"/>, broken (lone surrogates) or holds
    /// control or invisible format characters.
    /// </summary>
    public static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return null;
        // The Enter of a scanner or a pasted line end is no part of the text.
        if (!TryNormalize(text.Trim(), out var line))
            return null;

        line = line.Trim();
        foreach (var c in line)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return null;
        }

        return line.Length == 0 ? null : line;
    }

    /// <summary>A count of up to six digits of either width; null for anything else, a sign included.</summary>
    public static int? Number(string? text) =>
        Line(text) is { Length: <= 6 } line && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A time of day such as 17:00, 9:05 or 17時30分, of either width; null for anything else.</summary>
    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(Line(text), ["H:mm", "HH:mm", "HHmm", "H時", "H時m分", "H時mm分"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Whatever people and keyboards put for a hyphen, the long vowel mark of a Japanese keyboard included.</summary>
    public static bool IsHyphen(char c) =>
        c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFF0D' or '\uFF70' or '\u30FC' or '\u2500';

    /// <summary>Any space of any width; no line end, no tab.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\u3000' || (c > '\u007F' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    /// <summary>NFKC; false for text with lone surrogates, which has no normal form.</summary>
    internal static bool TryNormalize(string text, [NotNullWhen(true)] out string? normalized)
    {
        normalized = null;
        if (!IsWellFormed(text))
            return false;
        normalized = text.Normalize(NormalizationForm.FormKC);
        return true;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
