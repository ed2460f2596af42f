using System.Globalization;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Reservations.Texts;
using Tewatashi.Text;

namespace Tewatashi.Reservations;

/// <summary>
/// What the person who comes brings along for one card, by 受取人種別: the papers that the municipality's table wants of the applicant and of
/// the representative, the authority and why the applicant cannot come. Kinds of papers only: which certificate it is nobody records.
/// </summary>
/// <param name="papers">The table the gate reads too.</param>
/// <param name="culture">The language; null: that of the page.</param>
public sealed class WhatToBring(PaperRules papers, CultureInfo? culture = null)
{
    public IReadOnlyList<string> For(RecipientKind kind) => [.. Papers(kind)];

    /// <summary>For someone who says why the card was made.</summary>
    public IReadOnlyList<string> For(RecipientKind kind, BringReason reason) => [.. Papers(kind), .. Beside(reason)];

    /// <summary>For a card that is booked: whether it was re-issued is not known, only whether it has to be brought up to date.</summary>
    public IReadOnlyList<string> ForBooked(RecipientKind kind, bool amendmentNeeded) =>
        [.. Papers(kind), .. amendmentNeeded ? Beside(BringReason.Amendment) : [], Word(nameof(VisitTexts.BringFeeIfAny))];

    private IEnumerable<string> Beside(BringReason reason) => (reason switch
    {
        BringReason.FirstIssue => Array.Empty<string>(),
        BringReason.Reissue => [nameof(VisitTexts.BringFee), nameof(VisitTexts.BringBrokenCard)],
        BringReason.Amendment => [nameof(VisitTexts.BringOfAmendment)],
    }).Select(Word);

    private IEnumerable<string> Papers(RecipientKind kind)
    {
        var alone = kind.ComesAlone();
        var rule = papers[kind, withNotice: true];
        yield return Word(alone ? nameof(VisitTexts.BringNoticeForProxy) : nameof(VisitTexts.BringNotice));
        yield return Fill(nameof(VisitTexts.BringApplicantPapers), Sets(rule.Applicant));
        if (!alone && papers[kind, withNotice: false].Applicant is var without && without != rule.Applicant)
            yield return Fill(nameof(VisitTexts.BringApplicantPapersWithoutNotice), Sets(without));
        if (rule.Representative is { } representative)
            yield return Fill(alone ? nameof(VisitTexts.BringProxyPapers) : nameof(VisitTexts.BringRepresentativePapers), Sets(representative));
        if (Authority(kind) is { } authority) yield return Word(authority);
        if (alone) yield return Word(nameof(VisitTexts.BringCannotCome));
        yield return Word(nameof(VisitTexts.BringOldCards));
    }

    /// <summary>The combinations, the last of several joined by "or".</summary>
    private string Sets(PaperSets sets) => sets.Combinations.Select(Set).Aggregate((before, next) => Fill(nameof(VisitTexts.BringPapersOr), before, next));

    private string Set(PaperSets.Combination one) =>
        one.A == 0 ? Fill(nameof(VisitTexts.BringPapersB), one.B)
        : one.B == 0 ? Fill(nameof(VisitTexts.BringPapersA), one.A)
        : Fill(nameof(VisitTexts.BringPapersAB), one.A, one.B);

    private string Word(string key) => VisitTexts.ResourceManager.GetString(key, culture)!; // keys of this class

    private string Fill(string key, params ReadOnlySpan<object> values) => Word(key).Fill(values);

    private static string? Authority(RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => null,
        RecipientKind.ApplicantWithLegalRepresentative or RecipientKind.LegalRepresentative => nameof(VisitTexts.BringAuthorityLegal),
        RecipientKind.AdultGuardian => nameof(VisitTexts.BringAuthorityGuardian),
        RecipientKind.CuratorOrAssistant => nameof(VisitTexts.BringAuthorityCurator),
        RecipientKind.VoluntaryGuardian => nameof(VisitTexts.BringAuthorityVoluntaryGuardian),
        RecipientKind.VoluntaryProxy => nameof(VisitTexts.BringAuthorityProxy),
        RecipientKind.SubProxy => nameof(VisitTexts.BringAuthoritySubProxy),
    };
}
