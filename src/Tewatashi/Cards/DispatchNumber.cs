using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>
/// 発送番号: text of the maker, up to 20 characters, kept as written after NFKC. One shipment may hold several, and several cards may share one:
/// a proof on the telephone only where the municipality declares it unique per card.
/// </summary>
public sealed record DispatchNumber : IIdentifier<DispatchNumber>
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 20;

    private DispatchNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out DispatchNumber? value)
    {
        // Free text is where a 個人番号 slips in: refused here too.
        value = Typed.Line(text) is { Length: <= MaxLength } line && !IndividualNumber.ContainsOne(line)
            ? new DispatchNumber(line)
            : null;
        return value is not null;
    }

    public static DispatchNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a dispatch number (発送番号).");

    /// <summary>Whether a caller named this number, whatever the width, case, hyphens and spaces.</summary>
    public bool Matches(string? typed) => Typed.Code(typed) is { } code && code == Typed.Code(Value);

    public override string ToString() => Display;
}
