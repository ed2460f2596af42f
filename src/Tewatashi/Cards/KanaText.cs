using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>The pipeline of a kana name. Text that is canonical already, as most of a shipment is, passes without an allocation.</summary>
internal static class KanaText
{
    public const int MaxLength = 80;
    public const int MaxLatinLength = 100;
    private const int MaxInput = 200;
    private const char Space = '\u3000';
    private const char LongVowel = 'ー';

    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? canonical, [NotNullWhen(false)] out string? problem)
    {
        canonical = null;
        problem = Check(text, out var result);
        if (problem is not null)
            return false;
        canonical = result!; // without a problem there is a result
        return true;
    }

    private static string? Check(string? text, out string? result)
    {
        result = text;
        if (string.IsNullOrEmpty(text))
            return "カナ氏名を入力してください。";
        if (text.Length > MaxInput)
            return TooLong();
        if (!IsCanonical(text) && (FindForbidden(text) ?? Convert(text, out result)) is { } problem)
            return problem;
        return Limits(result!); // the text itself or what it was converted to
    }

    public static bool IsKatakanaLetter(char c) => c is >= 'ァ' and <= 'ヺ';

    private static bool IsKatakana(char c) => IsKatakanaLetter(c) || c is LongVowel or 'ヽ' or 'ヾ';

    private static bool IsAllowed(char c) =>
        IsKatakana(c) || c is (>= 'A' and <= 'Z') or '・' or '-' or '\'' or '.' or ',' or Space;

    /// <summary>Whether the steps below would leave the text as it is.</summary>
    private static bool IsCanonical(string text)
    {
        if (text[0] == Space || text[^1] == Space)
            return false;
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsAllowed(c) || (c == Space && previous == Space) || (c == '-' && IsKatakana(previous)))
                return false;
            if (c == LongVowel && char.IsAsciiLetterUpper(previous) && i + 1 < text.Length && char.IsAsciiLetterUpper(text[i + 1]))
                return false;
            previous = c;
        }

        return true;
    }

    /// <summary>Step 1: what cannot be seen is refused before anything is folded away.</summary>
    private static string? FindForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                    return $"カナ氏名の{i + 1}文字目が壊れています({Code(c)})。入力し直してください。";
                var rune = new Rune(c, text[i + 1]);
                if (IsUnseen(Rune.GetUnicodeCategory(rune)))
                    return Unseen(rune.Value);
                i++;
            }
            else if (IsUnseen(char.GetUnicodeCategory(c)))
            {
                return Unseen(c);
            }
        }

        return null;
    }

    // Format covers bidi controls and zero-width characters.
    private static bool IsUnseen(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Steps 2 to 6.</summary>
    private static string? Convert(string text, out string? canonical)
    {
        canonical = null;
        var source = IsFolded(text) ? text : text.Normalize(NormalizationForm.FormKC);
        var target = new StringBuilder(source.Length);
        var space = false;
        for (var i = 0; i < source.Length; i++)
        {
            var c = Fold(source[i]);
            if (Typed.IsSpace(c))
            {
                space = true;
                continue;
            }

            var previous = space || target.Length == 0 ? '\0' : target[^1];
            var next = i + 1 < source.Length ? Fold(source[i + 1]) : '\0';
            if (c == '一' ? IsKatakana(previous) && IsKatakana(next) : Typed.IsHyphen(c) && IsKatakana(previous))
                c = LongVowel;
            else if (Typed.IsHyphen(c) && char.IsAsciiLetterUpper(previous) && char.IsAsciiLetterUpper(next))
                c = '-';

            if (!IsAllowed(c))
                return NotAllowed(source, i);
            if (space && target.Length > 0)
                target.Append(Space);
            space = false;
            target.Append(c);
        }

        canonical = target.ToString();
        return null;
    }

    /// <summary>Plain letters and kana that NFKC leaves alone (spaces are made one later): the costly call is for the rest.</summary>
    private static bool IsFolded(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAscii(c) && !IsKatakana(c) && c is not ((>= 'ぁ' and <= 'ゖ') or 'ゝ' or 'ゞ' or '・' or Space))
                return false;
        }

        return true;
    }

    private static char Fold(char c) => c switch
    {
        >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' => (char)(c + 0x60),
        >= 'a' and <= 'z' => (char)(c - 0x20),
        _ => c,
    };

    private static string? Limits(string canonical)
    {
        var kana = false;
        var letter = false;
        foreach (var c in canonical)
        {
            kana |= IsKatakana(c);
            letter |= IsKatakanaLetter(c) || char.IsAsciiLetterUpper(c);
        }

        if (!letter)
            return "カナ氏名にカタカナか英字が1文字もありません。カタカナ(または英字)で入力してください。";
        return canonical.Length > (kana ? MaxLength : MaxLatinLength) ? TooLong() : null;
    }

    private static string TooLong() =>
        string.Create(CultureInfo.InvariantCulture, $"カナ氏名が長すぎます。{MaxLength}文字(英字は{MaxLatinLength}文字)までで入力してください。");

    private static string NotAllowed(string source, int index)
    {
        Rune.TryGetRuneAt(source, index, out var rune);
        return rune.Value switch
        {
            0x3099 => "カナ氏名に、前の文字に付けられない濁点「゛」(U+3099)があります。濁点を取り除いてください。",
            0x309A => "カナ氏名に、前の文字に付けられない半濁点「゜」(U+309A)があります。半濁点を取り除いてください。",
            _ => $"カナ氏名に使えない文字「{rune}」({Code(rune.Value)})があります。カタカナ(または英字)で入力してください。",
        };
    }

    private static string Unseen(int character) =>
        $"カナ氏名に目に見えない文字({Code(character)})があります。取り除いて入力し直してください。";

    private static string Code(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");
}
