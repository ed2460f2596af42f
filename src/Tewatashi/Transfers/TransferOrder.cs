using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Transfers;

/// <summary>
/// 移送の指示: a card was booked at a counter of another office than the one in which it lies, and must be there by the day of the visit.
/// Made, changed and called off with the booking, in its transaction; or made by staff, by scan, for no visit. A card has at most one that
/// is ordered: a unique index.
/// </summary>
public sealed class TransferOrder : IMunicipalityOwned, IVersioned
{
    internal const string OneLive = "ux_transfer_order_one_live_per_card";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }

    /// <summary>The visit for which it travels; null: staff ordered it by scan.</summary>
    public required Guid? VisitId { get; init; }

    /// <summary>The office in which it lay when it was ordered.</summary>
    public required Guid FromBuildingId { get; init; }

    public required Guid ToBuildingId { get; init; }

    /// <summary>The day of the visit: on it the card is handed over there. Ordered by staff: the day on which it should be there.</summary>
    public required DateOnly NeededOn { get; set; }

    public required TransferState State { get; set; }
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>Null while it is ordered.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
