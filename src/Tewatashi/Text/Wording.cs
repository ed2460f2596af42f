using System.Globalization;
using System.Text;

namespace Tewatashi.Text;

/// <summary>Puts values into a text of the resources: <c>{0}</c>, <c>{1}</c> ... stand in another order in another language.</summary>
public static class Wording
{
    /// <summary>One pass from left to right: a value that itself holds <c>{0}</c> stays as it is.</summary>
    public static string Fill(this string text, params ReadOnlySpan<object> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && char.IsAsciiDigit(text[i + 1]) && text[i + 1] - '0' < values.Length)
            {
                filled.Append(CultureInfo.InvariantCulture, $"{values[text[i + 1] - '0']}");
                i += 2;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }
}
