namespace Tewatashi.Reservations.Letters;

/// <summary>The link that verifies an address.</summary>
/// <param name="Until">Not included.</param>
internal sealed record LetterLink(string Secret, DateTimeOffset Until);
