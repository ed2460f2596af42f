namespace Tewatashi.Papers;

/// <summary>管理ラベル: the label on a card's sleeve, the only thing ever scanned for a card. Bears no name.</summary>
/// <param name="CodeText">What the QR holds.</param>
/// <param name="SerialDisplay">製造管理番号 as people read it, <c>ABC-123456</c>.</param>
public sealed record SleeveLabelPaper(string CodeText, string SerialDisplay);
