using System.Collections.Frozen;
using System.Text;

namespace Tewatashi.Mail;

/// <summary>Reads and fills the placeholders of a municipality's own wording. What is not on the list is refused when it is saved.</summary>
public static class MailWords
{
    private static readonly FrozenDictionary<MailWord, string> Names = new Dictionary<MailWord, string>
    {
        [MailWord.Municipality] = "自治体名",
        [MailWord.Telephone] = "電話番号",
        [MailWord.ReservationNumber] = "予約番号",
        [MailWord.Day] = "来庁日",
        [MailWord.Time] = "来庁時刻",
        [MailWord.Counter] = "交付窓口",
        [MailWord.Persons] = "人数",
        [MailWord.ChangeableUntil] = "変更の期限",
        [MailWord.AnswerBy] = "返事の期限",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, MailWord> Words = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>As it is written in a text: <c>{予約番号}</c>.</summary>
    public static string Written(this MailWord word) => $"{{{Names[word]}}}";

    /// <summary>The words a mail of this kind can fill in. A subject is read on locked screens: it shows no number and no time of a visit.</summary>
    public static IReadOnlyList<MailWord> AllowedIn(MailKind kind, bool subject) =>
    [
        MailWord.Municipality,
        .. subject ? [] : (IEnumerable<MailWord>)[MailWord.Telephone],
        .. subject || kind == MailKind.Verification
            ? [] : (IEnumerable<MailWord>)[MailWord.Day, MailWord.Time, MailWord.Counter, MailWord.Persons],
        // An offer has no 予約番号 yet.
        .. subject || kind is MailKind.Verification or MailKind.Offer ? [] : (IEnumerable<MailWord>)[MailWord.ReservationNumber],
        .. !subject && kind is MailKind.Booked or MailKind.Changed or MailKind.FirstReminder or MailKind.LastReminder
            ? (IEnumerable<MailWord>)[MailWord.ChangeableUntil] : [],
        .. kind == MailKind.Offer ? (IEnumerable<MailWord>)[MailWord.AnswerBy] : [],
    ];

    /// <summary>Why a text cannot be taken, with the words that are allowed; null where it can.</summary>
    public static string? Problem(string text, IReadOnlyList<MailWord> allowed)
    {
        foreach (var (name, closed) in Braces(text))
        {
            if (closed && Words.TryGetValue(name, out var word) && allowed.Contains(word)) continue;
            var list = string.Join(" ", allowed.Select(Written));
            return closed ? $"{{{name}}} は使えません。ここで使える言葉は {list} です。" : $"{{ と }} は組にして書いてください。ここで使える言葉は {list} です。";
        }

        return null;
    }

    /// <summary>Fills in one pass: a value that itself holds a brace stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<MailWord, string> values)
    {
        var filled = new StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            if (TryWord(text, i, out var word, out var length) && values.TryGetValue(word, out var value))
            {
                filled.Append(value);
                i += length - 1;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    private static bool TryWord(string text, int at, out MailWord word, out int length)
    {
        (word, length) = (default, 0);
        if (text[at] != '{') return false;
        var end = text.IndexOf('}', at);
        if (end < 0 || !Words.TryGetValue(text[(at + 1)..end], out word)) return false;
        length = end - at + 1;
        return true;
    }

    // Full-width braces are what a Japanese keyboard gives: they are refused as unknown, never left standing in a mail.
    private static IEnumerable<(string Name, bool Closed)> Braces(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '}' or '\uFF5D') yield return ("", false);
            if (text[i] is not ('{' or '\uFF5B')) continue;
            var end = text.IndexOfAny(['}', '\uFF5D', '{', '\uFF5B', '\n'], i + 1);
            if (end < 0 || text[end] is not ('}' or '\uFF5D'))
            {
                yield return ("", false);
                continue;
            }

            var name = text[(i + 1)..end];
            yield return (text[i] == '{' && text[end] == '}' ? name : $" {name} ", true);
            i = end;
        }
    }
}
