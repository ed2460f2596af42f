using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Mail;

/// <summary>
/// 電子メールアドレス by the rule of HTML (&lt;input type=email&gt;), stricter: at least two labels in the domain, no numeric top level, the lengths
/// of RFC 5321, and its dots (none first, last or twice in a row: mail programs refuse the old mobile addresses that have them). The domain is
/// stored in lower case, the local part as written.
/// Personal: never shown by <see cref="ToString"/>.
/// </summary>
public sealed record EmailAddress : IIdentifier<EmailAddress>
{
    public const int MaxLength = 254;
    private const int MaxLocalLength = 64;
    private const int MaxLabelLength = 63;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    /// <summary>Enough to recognise one's own, kept beside the encrypted address: <c>t***@e***.jp</c>.</summary>
    public string Masked => $"{Value[0]}***@{Value[Value.IndexOf('@') + 1]}***{Value[Value.LastIndexOf('.')..]}";

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength * 2)
            return false;

        var address = ToHalfWidth(text).Trim(' ');
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (address.Length > MaxLength || at is < 1 or > MaxLocalLength)
            return false;

        var domain = LowerAscii(address[(at + 1)..]);
        if (!IsLocal(address.AsSpan(0, at)) || !IsDomain(domain))
            return false;

        value = new EmailAddress(address[..(at + 1)] + domain);
        return true;
    }

    public static EmailAddress Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a mail address (電子メールアドレス).");

    public override string ToString() => Personal.Mask;

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in local)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !".!#$%&'*+/=?^_`{|}~-".Contains(c))
                return false;
        }

        return true;
    }

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        foreach (var label in labels)
        {
            if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
                return false;
            foreach (var c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                    return false;
            }
        }

        return labels.Length >= 2 && labels[^1].AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    // Not NFKC: it would turn look-alikes such as ℀ into signs of an address. Only the full-width forms a Japanese keyboard types.
    private static string ToHalfWidth(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[i] switch
            {
                '\u3000' => ' ',
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                _ => source[i],
            };
        }
    });

    private static string LowerAscii(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
    });
}
