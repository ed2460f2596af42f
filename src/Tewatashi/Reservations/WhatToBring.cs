using System.Globalization;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Texts;

namespace Tewatashi.Reservations;

/// <summary>
/// What the person who comes brings along for one card, by 受取人種別 (A1 or B2 with the notice; for a proxy the applicant's and the proxy's
/// papers, the authority and why the applicant cannot come). Kinds of papers only: which certificate it is nobody records.
/// </summary>
public static class WhatToBring
{
    /// <param name="culture">The language; null: that of the page.</param>
    public static IReadOnlyList<string> For(RecipientKind kind, CultureInfo? culture = null) => Words(Papers(kind), culture);

    /// <summary>For someone who says why the card was made.</summary>
    public static IReadOnlyList<string> For(RecipientKind kind, BringReason reason) => Words([.. Papers(kind), .. Beside(reason)], null);

    /// <summary>For a card that is booked: whether it was re-issued is not known, only whether it has to be brought up to date.</summary>
    public static IReadOnlyList<string> ForBooked(RecipientKind kind, bool amendmentNeeded) =>
        Words([.. Papers(kind), .. amendmentNeeded ? Beside(BringReason.Amendment) : [], nameof(VisitTexts.BringFeeIfAny)], null);

    private static List<string> Words(string[] keys, CultureInfo? culture) => [.. keys.Select(key => VisitTexts.ResourceManager.GetString(key, culture)!)]; // keys of this class

    private static string[] Beside(BringReason reason) => reason switch
    {
        BringReason.FirstIssue => [],
        BringReason.Reissue => [nameof(VisitTexts.BringFee), nameof(VisitTexts.BringBrokenCard)],
        BringReason.Amendment => [nameof(VisitTexts.BringOfAmendment)],
    };

    private static string[] Papers(RecipientKind kind) =>
    [
        kind.ComesAlone() ? nameof(VisitTexts.BringNoticeForProxy) : nameof(VisitTexts.BringNotice),
        kind.ComesAlone() ? nameof(VisitTexts.BringApplicantIdentityForProxy) : nameof(VisitTexts.BringApplicantIdentity),
        .. IdentityOfOther(kind),
        .. Authority(kind),
        .. kind.ComesAlone() ? [nameof(VisitTexts.BringCannotCome)] : Array.Empty<string>(),
        nameof(VisitTexts.BringOldCards),
    ];

    private static string[] IdentityOfOther(RecipientKind kind) =>
        kind.ComesAlone() ? [nameof(VisitTexts.BringProxyIdentity)] : kind.HasRepresentative() ? [nameof(VisitTexts.BringRepresentativeIdentity)] : [];

    private static string[] Authority(RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => [],
        RecipientKind.ApplicantWithLegalRepresentative or RecipientKind.LegalRepresentative => [nameof(VisitTexts.BringAuthorityLegal)],
        RecipientKind.AdultGuardian => [nameof(VisitTexts.BringAuthorityGuardian)],
        RecipientKind.CuratorOrAssistant => [nameof(VisitTexts.BringAuthorityCurator)],
        RecipientKind.VoluntaryGuardian => [nameof(VisitTexts.BringAuthorityVoluntaryGuardian)],
        RecipientKind.VoluntaryProxy => [nameof(VisitTexts.BringAuthorityProxy)],
        RecipientKind.SubProxy => [nameof(VisitTexts.BringAuthoritySubProxy)],
    };
}
