using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>The wording of one text of a municipality; each change is a new revision, so that what a resident was shown can be told.</summary>
public sealed class MunicipalityText : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required TextKey Key { get; init; }
    public required int Revision { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}
