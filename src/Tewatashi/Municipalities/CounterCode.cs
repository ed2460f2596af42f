using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>The short code of a 交付窓口: 1 to 10 of 0-9, A-Z and the hyphen, with at least one letter or digit.</summary>
public sealed record CounterCode : IIdentifier<CounterCode>
{
    public const int MaxLength = 10;

    private CounterCode(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out CounterCode? value)
    {
        value = null;
        if (Typed.Line(text) is not { Length: <= MaxLength } line)
            return false;

        var meant = false;
        var code = string.Create(line.Length, line, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Typed.IsHyphen(source[i]) ? '-' : char.ToUpperInvariant(source[i]);
        });
        foreach (var c in code)
        {
            var sign = char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);
            if (!sign && c != '-')
                return false;
            meant |= sign;
        }

        value = meant ? new CounterCode(code) : null;
        return meant;
    }

    public static CounterCode Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a counter code (交付窓口コード).");

    public override string ToString() => Value;
}
