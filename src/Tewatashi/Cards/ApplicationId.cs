using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Cards;

/// <summary>申請書ID: 23 digits, printed on the application. Personal: never shown by <see cref="ToString"/>.</summary>
public sealed record ApplicationId : IIdentifier<ApplicationId>
{
    private const int Length = 23;

    private ApplicationId(string value) => Value = value;

    public string Value { get; }

    /// <summary>As the application prints it, ungrouped: groups of four would look like a 個人番号.</summary>
    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out ApplicationId? value)
    {
        value = Typed.Code(text) is { Length: Length } code && !code.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? new ApplicationId(code)
            : null;
        return value is not null;
    }

    public static ApplicationId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not an application id (申請書ID).");

    public override string ToString() => Personal.Mask;
}
