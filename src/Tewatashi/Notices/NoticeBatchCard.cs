using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>A card chosen for a batch, before and after its notice is issued.</summary>
public sealed class NoticeBatchCard : IMunicipalityOwned
{
    /// <summary>The unique index by which a card waits in one batch at most.</summary>
    internal const string WaitingIndex = "ux_notice_batch_card_waiting";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid BatchId { get; init; }
    public required Guid CardId { get; init; }

    /// <summary>Its place in the batch, from 1, in the order of the shipment.</summary>
    public required int Ordinal { get; init; }

    public required BatchCardState State { get; set; }

    /// <summary>The notice that this one takes the place of (再送); null for a card's first.</summary>
    public Guid? ReplacesNoticeId { get; init; }
}
