using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Counting;

/// <summary>
/// 棚卸 of one storage place. Blind: who counts is not shown what the books say. A place has at most one that is planned or open: a
/// unique index.
/// </summary>
public sealed class StockCount : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid LocationId { get; init; }
    public required CountReason Reason { get; init; }
    public required CountState State { get; set; }

    /// <summary>The day for which it was chosen.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>Its number among the boxes drawn for that day, from 1; null where it was not drawn. Unique in the day, so that a day's boxes are drawn once.</summary>
    public int? DailyOrdinal { get; init; }

    /// <summary>Null while it is planned.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    public string? OpenedBy { get; set; }

    /// <summary>Null while it is planned or open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}
