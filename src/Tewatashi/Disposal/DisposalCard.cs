using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Disposal;

/// <summary>One card of a proposal, with why it was chosen. A card stands in one running proposal at most: a unique index.</summary>
public sealed class DisposalCard : IMunicipalityOwned, IVersioned
{
    internal const string OneRunning = "ux_disposal_card_one_running_per_card";

    public required MunicipalityCode Municipality { get; init; }
    public required Guid BatchId { get; init; }
    public required Guid CardId { get; init; }
    public int Version { get; set; }

    /// <summary>Order in the proposal.</summary>
    public required int Ordinal { get; init; }

    public required DisposalReason Reason { get; init; }

    /// <summary>The first notice was sent on; null where none was.</summary>
    public DateOnly? FirstNoticeOn { get; init; }

    /// <summary>The last re-notice was sent on; null where none was.</summary>
    public DateOnly? LastNoticeOn { get; init; }

    /// <summary>Since when it is a candidate; null where that was not written down.</summary>
    public DateOnly? DueOn { get; init; }

    public required DisposalCardState State { get; set; }
    public DisposalDrop? DropReason { get; set; }

    /// <summary>廃止登録済 recorded; null before.</summary>
    public DateTimeOffset? AbolishedAt { get; set; }

    public Guid? AbolishedBy { get; set; }

    /// <summary>Destroyed, or dropped out; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who destroyed it, or at whose step it dropped out.</summary>
    public Guid? EndedBy { get; set; }

    /// <summary>立会者: never <see cref="EndedBy"/>. Null unless it was destroyed.</summary>
    public Guid? WitnessId { get; set; }
}
