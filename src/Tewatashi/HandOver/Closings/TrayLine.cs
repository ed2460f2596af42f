namespace Tewatashi.HandOver.Closings;

/// <summary>A card in the tray at closing time.</summary>
/// <param name="ForNextDay">Its visit is on the next day: all of these are kept by one signature.</param>
/// <param name="Kept">Why it stays; null: it must go back or be explained.</param>
/// <param name="SignedBy">Who stands for that.</param>
public sealed record TrayLine(TrayCard Card, bool ForNextDay, KeptReason? Kept, string? SignedBy);
