using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>
/// 製造管理番号: the key of a card's progress. Three letters or digits and six digits; printed on the maker's postcard, not on the card.
/// Canonical <c>ABC123456</c>, shown <c>ABC-123456</c>.
/// </summary>
public sealed record SerialNumber : IIdentifier<SerialNumber>
{
    private const int Length = 9;

    private SerialNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => $"{Value[..3]}-{Value[3..]}";

    /// <summary>All that residents and paper ever see of it.</summary>
    public string LastFour => Value[^4..];

    public static bool TryParse(string? text, [NotNullWhen(true)] out SerialNumber? value)
    {
        value = Typed.Code(text) is { } code && IsCanonical(code) ? new SerialNumber(code) : null;
        return value is not null;
    }

    public static SerialNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a serial number (製造管理番号).");

    public override string ToString() => Display;

    private static bool IsCanonical(string code)
    {
        if (code.Length != Length)
            return false;
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiDigit(code[i]) && !(i < 3 && char.IsAsciiLetterUpper(code[i])))
                return false;
        }

        return true;
    }
}
