using Tewatashi.Text;

namespace Tewatashi.Storage;

/// <summary>The name of a place as printed on its label: one line, no number that must be kept out.</summary>
public static class LocationName
{
    public const int MaxLength = 30;

    public static bool IsGood(string? name) => Typed.Line(name) is { Length: <= MaxLength } line && !IndividualNumber.ContainsOne(line);
}
