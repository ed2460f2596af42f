using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>Two cards that looked like the same person's and stay both: somebody decided so, and the hint is shown no more.</summary>
public sealed class KeptPair : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>The one with the lower 製造管理番号.</summary>
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required string DecidedBy { get; init; }
}
