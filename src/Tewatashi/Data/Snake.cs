using System.Text;

namespace Tewatashi.Data;

/// <summary>Names in the database: <c>RecipientKind</c> is <c>recipient_kind</c>.</summary>
internal static class Snake
{
    public static string Case(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
