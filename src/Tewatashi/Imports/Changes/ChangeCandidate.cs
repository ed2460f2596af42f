using Tewatashi.Cards;

namespace Tewatashi.Imports.Changes;

/// <summary>A card whose applicant may be the person of a row.</summary>
/// <param name="Surely">The name as it sounds is the same; else only without voicing marks.</param>
public sealed record ChangeCandidate(Guid CardId, SerialNumber SerialNumber, KanaName? KanaName, Birthday Birthday, CardProgress Progress, Suspension? Suspension, bool AmendmentNeeded, bool Surely);
