using System.Diagnostics.CodeAnalysis;
using Tewatashi.Text;

namespace Tewatashi.Staff;

/// <summary>
/// ユーザーID of a staff account: 3 to 40 of a-z, 0-9, dot, underscore and hyphen, stored in lower case; unique in the whole installation.
/// </summary>
public sealed record UserId : IIdentifier<UserId>
{
    public const int MinLength = 3;
    public const int MaxLength = 40;

    private UserId(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public static bool TryParse(string? text, [NotNullWhen(true)] out UserId? value)
    {
        value = Typed.Line(text) is { Length: >= MinLength and <= MaxLength } line && HasOnlyAllowed(line)
            ? new UserId(Lower(line))
            : null;
        return value is not null;
    }

    public static UserId Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a user id (ユーザーID).");

    public override string ToString() => Value;

    private static string Lower(string line) => string.Create(line.Length, line, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = char.ToLowerInvariant(source[i]);
    });

    private static bool HasOnlyAllowed(string line)
    {
        foreach (var c in line)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
                return false;
        }

        return true;
    }
}
