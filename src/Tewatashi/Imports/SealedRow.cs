using Tewatashi.Cards;

namespace Tewatashi.Imports;

/// <summary>A row as it will be stored.</summary>
internal sealed record SealedRow(Card Card, Applicant Applicant);
