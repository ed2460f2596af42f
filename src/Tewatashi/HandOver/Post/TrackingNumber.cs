using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 引受番号 of a registered letter (書留, 簡易書留, 本人限定受取): eleven digits as on the receipt of the post office, shown <c>123-45-67890-1</c>. Twelve digits
/// are refused: they could be a 個人番号, and no card is sent by a parcel service. Its check digit is not asked: no source settles it (assumed).
/// </summary>
public sealed record TrackingNumber : IIdentifier<TrackingNumber>
{
    private const int Length = 11;

    private TrackingNumber(string value) => Value = value;

    public string Value { get; }

    public string Display => $"{Value[..3]}-{Value[3..5]}-{Value[5..10]}-{Value[10..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out TrackingNumber? value)
    {
        // The bar code on the receipt begins and ends with a letter that is no part of the number.
        var code = Typed.Code(text) is { } typed ? typed.Trim('A', 'B', 'C', 'D') : null;
        value = code is { Length: Length } && !code.AsSpan().ContainsAnyExceptInRange('0', '9') ? new TrackingNumber(code) : null;
        return value is not null;
    }

    public static TrackingNumber Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a tracking number (引受番号).");

    public override string ToString() => Display;
}
