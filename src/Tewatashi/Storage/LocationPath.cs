using System.Diagnostics.CodeAnalysis;
using System.Text;
using Tewatashi.Text;

namespace Tewatashi.Storage;

/// <summary>
/// 保管場所の番地: the way in from the building, such as <c>H-V1-03-12</c>. Parts of at most four letters and digits, the first beginning
/// with a letter, so that no 製造管理番号 (six digits), 予約番号 nor 個人番号 (digits first) is ever taken for one.
/// Numbered parts are padded, so that sorting gives the order in which one walks.
/// </summary>
public sealed record LocationPath : IIdentifier<LocationPath>
{
    private const int MaxParts = 5;
    private const int MaxPart = 4;

    private LocationPath(string value) => Value = value;

    public string Value { get; }

    public string Display => Value;

    public IReadOnlyList<string> Parts => Value.Split('-');

    /// <summary>1 for a building, 2 for a vault and so on.</summary>
    public int Depth => Parts.Count;

    /// <summary>This place and those around it, from the building inwards.</summary>
    public IReadOnlyList<string> WayIn => [.. Enumerable.Range(1, Depth).Select(depth => string.Join('-', Parts.Take(depth)))];

    /// <summary>A numbered place inside this one: 3 becomes <c>03</c>.</summary>
    public LocationPath Inside(int number) => Parse(FormattableString.Invariant($"{Value}-{number:00}"));

    public static bool TryParse(string? text, [NotNullWhen(true)] out LocationPath? value)
    {
        value = null;
        if (Typed.Line(text) is not { } line) return false;
        var path = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!Typed.IsSpace(c)) path.Append(Typed.IsHyphen(c) ? '-' : char.ToUpperInvariant(c));
        }

        var canonical = path.ToString();
        if (IsCanonical(canonical)) value = new LocationPath(canonical);
        return value is not null;
    }

    public static LocationPath Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a path of a location (保管場所の番地).");

    public override string ToString() => Value;

    private static bool IsCanonical(string path) =>
        path.Length > 0 && char.IsAsciiLetterUpper(path[0]) && path.Split('-') is { Length: <= MaxParts } parts && parts.All(IsPart);

    private static bool IsPart(string part) =>
        part.Length is > 0 and <= MaxPart && part.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}
