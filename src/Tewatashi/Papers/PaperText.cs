using System.Globalization;
using System.Text;
using Tewatashi.Papers.Fonts;

namespace Tewatashi.Papers;

/// <summary>
/// What may stand on a paper. A text is only ever drawn, never read as markup. A character the typeface lacks is refused with
/// its name before anything is printed: a 〓 in an address on a thousand letters is worse than a question beforehand.
/// </summary>
public static class PaperText
{
    /// <summary>
    /// Every character of the texts that cannot be printed, each once; empty when all is well. Line feeds are allowed; ask this
    /// when a text is saved, so that nobody meets the refusal on the day of printing.
    /// </summary>
    public static IReadOnlyList<UnprintableCharacter> Unprintable(params IEnumerable<string> texts)
    {
        var found = new Dictionary<Rune, UnprintableCharacter>();
        foreach (var text in texts)
        {
            foreach (var character in text.EnumerateRunes())
            {
                if (character.Value is '\n' or '\r' || found.ContainsKey(character)) continue;
                if (PaperFont.Regular.CanDraw(character) && PaperFont.Bold.CanDraw(character)) continue;
                var code = string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}");
                found[character] = new UnprintableCharacter(character.ToString(), code, text);
            }
        }

        return [.. found.Values];
    }

    /// <summary>The lines as typed: every kind of line end separates.</summary>
    internal static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
