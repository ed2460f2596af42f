using Tewatashi.Municipalities;
using Tewatashi.Reservations.Texts;

namespace Tewatashi.Reservations;

/// <summary>
/// What the person who comes brings along for one card, by 受取人種別 (A1 or B2 with the notice; for a proxy the applicant's and the proxy's
/// papers, the authority and why the applicant cannot come). Kinds of papers only: which certificate it is nobody records.
/// </summary>
public static class WhatToBring
{
    public static IReadOnlyList<string> For(RecipientKind kind) =>
    [
        kind.ComesAlone() ? VisitTexts.BringNoticeForProxy : VisitTexts.BringNotice,
        kind.ComesAlone() ? VisitTexts.BringApplicantIdentityForProxy : VisitTexts.BringApplicantIdentity,
        .. IdentityOfOther(kind),
        .. Authority(kind),
        .. kind.ComesAlone() ? [VisitTexts.BringCannotCome] : Array.Empty<string>(),
        VisitTexts.BringOldCards,
    ];

    private static string[] IdentityOfOther(RecipientKind kind) =>
        kind.ComesAlone() ? [VisitTexts.BringProxyIdentity] : kind.HasRepresentative() ? [VisitTexts.BringRepresentativeIdentity] : [];

    private static string[] Authority(RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => [],
        RecipientKind.ApplicantWithLegalRepresentative or RecipientKind.LegalRepresentative => [VisitTexts.BringAuthorityLegal],
        RecipientKind.AdultGuardian => [VisitTexts.BringAuthorityGuardian],
        RecipientKind.CuratorOrAssistant => [VisitTexts.BringAuthorityCurator],
        RecipientKind.VoluntaryGuardian => [VisitTexts.BringAuthorityVoluntaryGuardian],
        RecipientKind.VoluntaryProxy => [VisitTexts.BringAuthorityProxy],
        RecipientKind.SubProxy => [VisitTexts.BringAuthoritySubProxy],
    };
}
