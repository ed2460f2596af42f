using System.Globalization;

namespace Tewatashi.Web.Resources;

/// <summary>Puts numbers into a text of the resources, whose order differs by language.</summary>
internal static class Wording
{
    public static string With(this string text, params ReadOnlySpan<int> numbers)
    {
        foreach (var (index, number) in numbers.ToArray().Index())
            text = text.Replace($"{{{index.ToString(CultureInfo.InvariantCulture)}}}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }
}
