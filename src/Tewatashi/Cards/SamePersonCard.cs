namespace Tewatashi.Cards;

/// <summary>Another card in stock that seems to be the same person's.</summary>
/// <param name="SameApplication">Of the same 申請書ID; else the same name and birthday, which two people may share.</param>
public sealed record SamePersonCard(Guid CardId, SerialNumber SerialNumber, bool SameApplication);
