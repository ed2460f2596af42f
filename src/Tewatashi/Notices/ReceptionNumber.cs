using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Notices;

/// <summary>
/// 受付番号: made for a card with its notice; the resident signs in with it and the 受付パスワード.
/// Ten digits with a check digit, shown <c>1234-567-890</c>.
/// </summary>
public sealed record ReceptionNumber : IIdentifier<ReceptionNumber>
{
    private ReceptionNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => GeneratedNumber.Display(Value);

    /// <summary>A fresh one, random; the municipality's unique index is the judge of collisions.</summary>
    public static ReceptionNumber New() => new(GeneratedNumber.New());

    public static bool TryParse(string? text, [NotNullWhen(true)] out ReceptionNumber? value)
    {
        value = GeneratedNumber.TryRead(text, out var canonical) ? new ReceptionNumber(canonical) : null;
        return value is not null;
    }

    public static ReceptionNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a reception number (受付番号).");

    public override string ToString() => Display;
}
