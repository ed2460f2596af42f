using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver.Post;

/// <summary>
/// 郵送交付: that a card was put into the post, by whom, and how it ended. Delivered it stands in the place of the record of a hand-over; a delivery that was
/// recorded by mistake is taken back the same day by two, and says so.
/// </summary>
public sealed class Posting : IMunicipalityOwned, IVersioned
{
    /// <summary>The unique index by which a card is in the post, or delivered, once at most.</summary>
    internal const string OneStanding = "ux_posting_one_standing_per_card";

    /// <summary>The unique index by which a 引受番号 is on its way once.</summary>
    internal const string OneUnderWay = "ux_posting_tracking_number";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid CardId { get; init; }
    public required PostingState State { get; set; }

    /// <summary>引受番号; null where the municipality has decided nothing about it.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>The number of the decision by which <see cref="TrackingNumber"/> is kept; null with it.</summary>
    public string? TrackingDecision { get; init; }

    public required DateTimeOffset PostedAt { get; init; }
    public required Guid PostedBy { get; init; }

    /// <summary>The day on which the post delivered it; null until known.</summary>
    public DateOnly? DeliveredOn { get; set; }

    public PostReturnReason? ReturnReason { get; set; }

    /// <summary>When 配達済 or 返戻 was recorded; null while it is on its way.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    /// <summary>When a delivery that had been recorded was taken back last; null: never.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    public Guid? CancelledBy { get; set; }

    /// <summary>The second person of that; never <see cref="CancelledBy"/>.</summary>
    public Guid? CancelledWith { get; set; }
}
