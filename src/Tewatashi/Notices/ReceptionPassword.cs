using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Tewatashi.Text;

namespace Tewatashi.Notices;

/// <summary>
/// 受付パスワード in clear: 8 of 32 characters that cannot be mistaken for each other, 40 bits. Lives between its making and the paper, or between
/// the sign-in form and the comparison; only its hash is stored, therefore it is no <see cref="IIdentifier{TSelf}"/>.
/// </summary>
public sealed record ReceptionPassword
{
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    private ReceptionPassword(string value) => Value = value;

    /// <summary>What is hashed: eight characters without the hyphen.</summary>
    public string Value { get; }

    /// <summary>4+4, for the paper only.</summary>
    public string Display => $"{Value[..4]}-{Value[4..]}";

    public static ReceptionPassword New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Lower case, full width, hyphens and spaces are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReceptionPassword? value)
    {
        value = Typed.Code(text) is { Length: Length } code && !code.AsSpan().ContainsAnyExcept(Allowed)
            ? new ReceptionPassword(code)
            : null;
        return value is not null;
    }

    public static ReceptionPassword Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a reception password (受付パスワード).");

    public override string ToString() => Personal.Mask;
}
