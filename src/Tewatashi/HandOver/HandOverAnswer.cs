using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>The answer to one line of the checklist at a hand-over: はい or いいえ, or a count; never a text.</summary>
public sealed class HandOverAnswer : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid HandOverId { get; init; }

    /// <summary>Code of the question.</summary>
    public required string Question { get; init; }

    public required int Answer { get; init; }
}
