namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>A case of the table of papers: who came, and for some whether the 交付通知書 was brought. A proxy who comes alone always brings it.</summary>
public enum PaperCase
{
    ApplicantWithNotice,
    ApplicantWithoutNotice,
    AccompaniedWithNotice,
    AccompaniedWithoutNotice,
    LegalRepresentative,
    AdultGuardian,
    CuratorOrAssistant,
    VoluntaryGuardian,
    VoluntaryProxy,
    SubProxy,
}

public static class PaperCases
{
    /// <param name="withNotice">Counts where the applicant comes; a proxy who comes alone has it or gets nothing.</param>
    public static PaperCase Of(RecipientKind kind, bool withNotice) => kind switch
    {
        RecipientKind.Applicant => withNotice ? PaperCase.ApplicantWithNotice : PaperCase.ApplicantWithoutNotice,
        RecipientKind.ApplicantWithLegalRepresentative => withNotice ? PaperCase.AccompaniedWithNotice : PaperCase.AccompaniedWithoutNotice,
        RecipientKind.LegalRepresentative => PaperCase.LegalRepresentative,
        RecipientKind.AdultGuardian => PaperCase.AdultGuardian,
        RecipientKind.CuratorOrAssistant => PaperCase.CuratorOrAssistant,
        RecipientKind.VoluntaryGuardian => PaperCase.VoluntaryGuardian,
        RecipientKind.VoluntaryProxy => PaperCase.VoluntaryProxy,
        RecipientKind.SubProxy => PaperCase.SubProxy,
    };

    public static RecipientKind Recipient(this PaperCase of) => Enum.GetValues<RecipientKind>().First(kind => Of(kind, true) == of || Of(kind, false) == of);

    public static string Name(this PaperCase of) => of switch
    {
        PaperCase.ApplicantWithNotice or PaperCase.AccompaniedWithNotice => $"{of.Recipient().Name()} 交付通知書あり",
        PaperCase.ApplicantWithoutNotice or PaperCase.AccompaniedWithoutNotice => $"{of.Recipient().Name()} 交付通知書なし",
        _ => of.Recipient().Name(),
    };
}
