using Tewatashi.Cards;

namespace Tewatashi.Imports.Changes;

/// <summary>One row of the file in clear. Lives in memory only.</summary>
/// <param name="KanaName">Null where the register gives none (some foreign residents).</param>
internal sealed record ChangedPerson(int Line, KanaName? KanaName, Birthday Birthday, ChangeKind Kind, DateOnly ChangedOn);
