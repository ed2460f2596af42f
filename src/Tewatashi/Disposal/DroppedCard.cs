using Tewatashi.Cards;

namespace Tewatashi.Disposal;

/// <summary>A card that dropped out of a proposal at a step, and why.</summary>
public sealed record DroppedCard(SerialNumber SerialNumber, DisposalDrop Reason);
