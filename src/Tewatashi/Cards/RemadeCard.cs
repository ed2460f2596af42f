using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>再作成: 旧 and 新 製造管理番号 of one person. The old card is stopped until it is destroyed; taking it out of suspension ends the link.</summary>
public sealed class RemadeCard : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Replaced by one card only, while the link stands (a unique index).</summary>
    public required Guid OldCardId { get; init; }

    /// <summary>Replaces one card only, while the link stands (a unique index).</summary>
    public required Guid NewCardId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }
    public required string LinkedBy { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}
