using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>
/// 全国地方公共団体コード: six digits with their leading zero, the last a check digit (総務省「全国地方公共団体コード仕様」). The fictional 990001 見本市 obeys
/// the same formula: there is no exception for it.
/// </summary>
public sealed record MunicipalityCode : IIdentifier<MunicipalityCode>
{
    private const int Length = 6;

    private MunicipalityCode(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out MunicipalityCode? value)
    {
        value = Typed.Code(text) is { Length: Length } code && !code.AsSpan().ContainsAnyExceptInRange('0', '9')
            && CheckDigitOf(code) == code[^1]
                ? new MunicipalityCode(code)
                : null;
        return value is not null;
    }

    public static MunicipalityCode Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a municipality code (全国地方公共団体コード).");

    /// <summary>The code of the five digits many lists print, with its check digit.</summary>
    public static MunicipalityCode FromFiveDigits(string digits)
    {
        if (digits.Length != Length - 1 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new FormatException("Five digits are wanted.");
        return new MunicipalityCode(digits + CheckDigitOf(digits));
    }

    public override string ToString() => Value;

    private static char CheckDigitOf(string code)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
            sum += (code[i] - '0') * (6 - i);
        return (char)('0' + ((11 - (sum % 11)) % 10));
    }
}
