using Tewatashi.Cards;

namespace Tewatashi.Disposal;

/// <summary>A card that may be destroyed, and why.</summary>
/// <param name="Place">Where it lies, in words.</param>
/// <param name="FirstNoticeOn">Null where no notice was sent.</param>
/// <param name="LastNoticeOn">The last re-notice; null where none was sent.</param>
/// <param name="DueOn">From this day on it may be destroyed; null where it is not known since when it is on 保留.</param>
public sealed record DisposalCandidate(Guid CardId, SerialNumber SerialNumber, string Place, DisposalReason Reason, DateOnly? FirstNoticeOn, DateOnly? LastNoticeOn, DateOnly? DueOn);
