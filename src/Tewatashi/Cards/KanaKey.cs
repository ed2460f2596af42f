namespace Tewatashi.Cards;

/// <summary>The two search keys of a canonical kana name (data-conventions, kana names, step 7).</summary>
internal static class KanaKey
{
    private const string Small = "ァィゥェォッャュョヮヵヶ";
    private const string Large = "アイウエオツヤユヨワカケ";
    private const string Same = "ヂヅヲヰヱ";
    private const string SameAs = "ジズオイエ";
    private const string Voiced = "ガギグゲゴザジズゼゾダデドバビブベボパピプペポヷヸヹヺヾ";
    private const string Unvoiced = "カキクケコサシスセソタテトハヒフヘホハヒフヘホワイエオヽ";

    public static string Strict(string name)
    {
        Span<char> key = stackalloc char[KanaText.MaxLatinLength];
        return new string(key[..Write(name, key)]);
    }

    public static string Loose(string name)
    {
        Span<char> key = stackalloc char[KanaText.MaxLatinLength];
        var length = 0;
        foreach (var c in key[..Write(name, key)])
        {
            if (c is not ('\'' or '.' or ','))
                key[length++] = Replace(c, Voiced, Unvoiced);
        }

        return new string(key[..length]);
    }

    private static int Write(string name, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is '\u3000' or '・' or '-' or 'ー')
                continue;
            if (c == 'ヴ')
            {
                // Small and large vowels are the same key, so ヴア is ヴァ.
                c = (i + 1 < name.Length ? name[i + 1] : '\0') switch
                {
                    'ァ' or 'ア' => 'バ',
                    'ィ' or 'イ' => 'ビ',
                    'ェ' or 'エ' => 'ベ',
                    'ォ' or 'オ' => 'ボ',
                    _ => 'ブ',
                };
                if (c != 'ブ')
                    i++;
            }

            key[length++] = Replace(Replace(c, Small, Large), Same, SameAs);
        }

        return length;
    }

    private static char Replace(char c, string from, string to)
    {
        var index = from.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? c : to[index];
    }
}
