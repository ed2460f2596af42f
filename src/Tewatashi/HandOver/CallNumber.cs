using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.HandOver;

/// <summary>呼出番号 of the office's ticket machine: up to six letters and digits. Never the 受付番号.</summary>
public sealed record CallNumber : IIdentifier<CallNumber>
{
    private const int MaxLength = 6;

    private CallNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out CallNumber? value)
    {
        value = Typed.Code(text) is { Length: <= MaxLength } code && code.All(char.IsAsciiLetterOrDigit) ? new CallNumber(code) : null;
        return value is not null;
    }

    public static CallNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a call number (呼出番号).");

    public override string ToString() => Display;
}
