using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>One change of place of one card, by scan. The last one's end is where the card is.</summary>
public sealed class Movement : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PlaceKind FromKind { get; init; }
    public Guid? FromLocationId { get; init; }
    public Guid? FromCounterId { get; init; }
    public required PlaceKind ToKind { get; init; }
    public Guid? ToLocationId { get; init; }
    public Guid? ToCounterId { get; init; }

    /// <summary>The account or program that moved it.</summary>
    public required string ActorId { get; init; }
}
