using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Missing;

/// <summary>
/// 捜索 for one card that is not where the books say. Ends with the card in a box again, or with 紛失確定. A card has at most one that goes
/// on: a unique index.
/// </summary>
public sealed class MissingCard : IMunicipalityOwned, IVersioned
{
    /// <summary>The unique index that keeps one running search for a card.</summary>
    internal const string OneRunning = "ux_missing_card_one_running_per_card";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }
    public required MissingReason Reason { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string StartedBy { get; init; }

    /// <summary>Where the books said it was.</summary>
    public required PlaceKind LastKind { get; init; }

    public Guid? LastLocationId { get; init; }
    public Guid? LastCounterId { get; init; }

    /// <summary>Null while it is looked for.</summary>
    public MissingEnd? EndReason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
}
