using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Reservations;

/// <summary>
/// 予約番号: made for a booking, quoted on the telephone and at check-in; no secret.
/// Ten digits with a check digit, shown <c>1234-567-890</c>.
/// </summary>
public sealed record ReservationNumber : IIdentifier<ReservationNumber>
{
    private ReservationNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => GeneratedNumber.Display(Value);

    /// <summary>A fresh one, random; the municipality's unique index is the judge of collisions.</summary>
    public static ReservationNumber New() => new(GeneratedNumber.New());

    public static bool TryParse(string? text, [NotNullWhen(true)] out ReservationNumber? value)
    {
        value = GeneratedNumber.TryRead(text, out var canonical) ? new ReservationNumber(canonical) : null;
        return value is not null;
    }

    public static ReservationNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a reservation number (予約番号).");

    public override string ToString() => Display;
}
