using Tewatashi.Municipalities;
using Tewatashi.Resident.Resources;
using Tewatashi.Web.Forms;

namespace Tewatashi.Resident.Views;

/// <summary>受取人種別 in a resident's words.</summary>
internal static class KindWords
{
    public static string Of(RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => ResidentTexts.KindApplicant,
        RecipientKind.ApplicantWithLegalRepresentative => ResidentTexts.KindApplicantWithLegalRepresentative,
        RecipientKind.LegalRepresentative => ResidentTexts.KindLegalRepresentative,
        RecipientKind.AdultGuardian => ResidentTexts.KindAdultGuardian,
        RecipientKind.CuratorOrAssistant => ResidentTexts.KindCuratorOrAssistant,
        RecipientKind.VoluntaryGuardian => ResidentTexts.KindVoluntaryGuardian,
        RecipientKind.VoluntaryProxy => ResidentTexts.KindVoluntaryProxy,
        RecipientKind.SubProxy => ResidentTexts.KindSubProxy,
    };

    public static IReadOnlyList<Choice> Choices(IEnumerable<RecipientKind> kinds) => [.. kinds.Select(kind => new Choice(kind.ToString(), Of(kind), Support(kind)))];

    private static string Support(RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => ResidentTexts.KindApplicantSupport,
        RecipientKind.ApplicantWithLegalRepresentative => ResidentTexts.KindApplicantWithLegalRepresentativeSupport,
        RecipientKind.LegalRepresentative => ResidentTexts.KindLegalRepresentativeSupport,
        RecipientKind.AdultGuardian => ResidentTexts.KindAdultGuardianSupport,
        RecipientKind.CuratorOrAssistant => ResidentTexts.KindCuratorOrAssistantSupport,
        RecipientKind.VoluntaryGuardian => ResidentTexts.KindVoluntaryGuardianSupport,
        RecipientKind.VoluntaryProxy => ResidentTexts.KindVoluntaryProxySupport,
        RecipientKind.SubProxy => ResidentTexts.KindSubProxySupport,
    };
}
