using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The wording of one text of a municipality; each change is a new revision, so that what a resident was shown can be told.</summary>
public sealed class MunicipalityText : IMunicipalityOwned
{
    /// <summary>The revision every municipality begins with; what it writes itself has a higher one.</summary>
    public const int Standard = 1;

    public required MunicipalityCode Municipality { get; init; }
    public required TextKey Key { get; init; }
    public required int Revision { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its lines where the municipality wrote it itself; none of the standard wording.</summary>
    public IReadOnlyList<string> OwnLines() => OwnLines(Revision, Body);

    internal static IReadOnlyList<string> OwnLines(int revision, string body) =>
        revision == Standard ? [] : body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
