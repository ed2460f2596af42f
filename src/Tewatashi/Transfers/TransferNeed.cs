namespace Tewatashi.Transfers;

/// <summary>A card that must travel.</summary>
/// <param name="From">Path of the office in which it lies.</param>
internal sealed record TransferNeed(Guid CardId, string From);
