using System.Diagnostics.CodeAnalysis;
using System.Text;
using Tewatashi.Text;

namespace Tewatashi.HandOver;

/// <summary>
/// 綴り番号 under which the answered notice is filed: letters, digits and hyphens, up to 12. Offices number in their own ways; what looks
/// like a 個人番号 is refused.
/// </summary>
public sealed record FileNumber : IIdentifier<FileNumber>
{
    private const int MaxLength = 12;

    private FileNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out FileNumber? value)
    {
        value = null;
        if (Typed.Line(text) is not { Length: <= MaxLength } line || IndividualNumber.ContainsOne(line)) return false;
        var canonical = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (Typed.IsHyphen(c)) canonical.Append('-');
            else if (char.IsAsciiLetterOrDigit(c)) canonical.Append(char.ToUpperInvariant(c));
            else if (!Typed.IsSpace(c)) return false;
        }

        if (canonical.ToString().All(c => c == '-')) return false;
        value = new FileNumber(canonical.ToString());
        return true;
    }

    public static FileNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a file number (綴り番号).");

    public override string ToString() => Display;
}
