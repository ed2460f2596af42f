using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Tewatashi.Text;

namespace Tewatashi.Storage;

/// <summary>
/// 移送便番号: made for a parcel between offices, printed on its slip. <c>P</c> and seven digits, the last a check digit, shown <c>P123-4567</c>;
/// shorter than any number of a card or a booking, so that it is never taken for one.
/// </summary>
public sealed record ParcelNumber : IIdentifier<ParcelNumber>
{
    private const int Length = 8;

    private ParcelNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => $"{Value[..4]}-{Value[4..]}";

    /// <summary>A fresh one, random; the municipality's unique index is the judge of collisions.</summary>
    public static ParcelNumber New()
    {
        var six = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        return new($"P{six}{CheckDigit.For(six)}");
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ParcelNumber? value)
    {
        value = Typed.Code(text)?.ToUpperInvariant() is { Length: Length } code && code[0] == 'P' && CheckDigit.Fits(code.AsSpan(1)) ? new ParcelNumber(code) : null;
        return value is not null;
    }

    public static ParcelNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a number of a parcel (移送便番号).");

    public override string ToString() => Display;
}
