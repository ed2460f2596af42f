namespace Tewatashi.Cards;

/// <summary>The three items of an applicant in clear. Lives in memory only, for as long as somebody with the right looks at them.</summary>
/// <param name="KanaName">Null where the file gave no name (some foreign residents).</param>
/// <param name="Birthday">Without its year unless the municipality keeps it.</param>
public sealed record ApplicantNames(ApplicationId ApplicationId, KanaName? KanaName, Birthday Birthday);
