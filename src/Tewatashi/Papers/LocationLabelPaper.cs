namespace Tewatashi.Papers;

/// <summary>Label of a storage place: box, shelf or position.</summary>
/// <param name="CodeText">What the QR holds.</param>
/// <param name="PathCode">The place as written on pick slips, for example <c>H-01-03-B2</c>.</param>
/// <param name="Name">The place in words.</param>
public sealed record LocationLabelPaper(string CodeText, string PathCode, string Name);
