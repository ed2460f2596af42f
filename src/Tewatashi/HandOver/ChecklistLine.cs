using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>
/// A line of the checklist as the municipality words it: another wording of a standard line, or a line of its own. Former revisions stay, so
/// that it can be told what a stored answer was the answer to.
/// </summary>
public sealed class ChecklistLine : IMunicipalityOwned
{
    public const string OwnPrefix = "Own";

    public required MunicipalityCode Municipality { get; init; }

    /// <summary>Of a standard line, or <c>Own1</c> and up.</summary>
    public required string Code { get; init; }

    public required int Revision { get; init; }
    public required string Text { get; init; }
    public required AskedOf AskedOf { get; init; }
    public required bool Required { get; init; }

    /// <summary>False: an own line that is no longer asked. A standard line is always asked.</summary>
    public required bool Asked { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
