using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Tewatashi.Text;

/// <summary>
/// The shape of 受付番号 and 予約番号: ten digits, never twelve (that would look like a 個人番号), the last a check digit. Drawn at random
/// by a secure generator, so that nobody outside can count them; the unique index of the municipality decides a rare collision.
/// </summary>
internal static class GeneratedNumber
{
    public const int Length = 10;

    /// <summary>Never begins with 0: spreadsheets drop it, and people take the number for a telephone number.</summary>
    public static string New()
    {
        var nine = RandomNumberGenerator.GetInt32(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        return nine + CheckDigit.For(nine);
    }

    public static bool TryRead(string? text, [NotNullWhen(true)] out string? canonical)
    {
        canonical = Typed.Code(text) is { Length: Length } code && CheckDigit.Fits(code) ? code : null;
        return canonical is not null;
    }

    /// <summary>4-3-3, as people read it aloud.</summary>
    public static string Display(string canonical) => $"{canonical[..4]}-{canonical[4..7]}-{canonical[7..]}";
}
