using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>受取人種別: who comes for the card. Decides papers, minutes and checks. The numbers are stored.</summary>
public enum RecipientKind
{
    Applicant = 1,
    ApplicantWithLegalRepresentative = 2,
    LegalRepresentative = 3,
    AdultGuardian = 4,
    CuratorOrAssistant = 5,
    VoluntaryGuardian = 6,
    VoluntaryProxy = 7,
    SubProxy = 8,
}

public static class RecipientKindFacts
{
    public static string Name(this RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant => "本人",
        RecipientKind.ApplicantWithLegalRepresentative => "本人と法定代理人(同行)",
        RecipientKind.LegalRepresentative => "法定代理人のみ",
        RecipientKind.AdultGuardian => "成年後見人",
        RecipientKind.CuratorOrAssistant => "保佐人・補助人",
        RecipientKind.VoluntaryGuardian => "任意後見人",
        RecipientKind.VoluntaryProxy => "任意代理人",
        RecipientKind.SubProxy => "復代理人",
    };

    /// <summary>Someone comes without the applicant: then, and only then, 代理受取人カナ氏名 is asked and the notice is a must.</summary>
    public static bool ComesAlone(this RecipientKind kind) => kind switch
    {
        RecipientKind.Applicant or RecipientKind.ApplicantWithLegalRepresentative => false,
        RecipientKind.LegalRepresentative or RecipientKind.AdultGuardian or RecipientKind.CuratorOrAssistant
            or RecipientKind.VoluntaryGuardian or RecipientKind.VoluntaryProxy or RecipientKind.SubProxy => true,
    };

    /// <summary>Someone acts for the applicant, beside them or alone: their papers are checked as well.</summary>
    public static bool HasRepresentative(this RecipientKind kind) => kind != RecipientKind.Applicant;

    /// <summary>Reads the name, brackets of either width.</summary>
    public static bool TryParse(string? text, out RecipientKind kind)
    {
        var name = Typed.Line(text);
        foreach (var candidate in Enum.GetValues<RecipientKind>())
        {
            if (candidate.Name() == name)
            {
                kind = candidate;
                return true;
            }
        }

        kind = default;
        return false;
    }
}
