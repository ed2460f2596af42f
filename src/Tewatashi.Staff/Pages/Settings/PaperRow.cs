using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;

namespace Tewatashi.Staff.Pages.Settings;

/// <summary>A case of the table of papers as typed.</summary>
public sealed class PaperRow
{
    public PaperCase Case { get; set; }

    /// <summary>As the form showed it.</summary>
    public int Version { get; set; }

    public string? Applicant { get; set; }
    public string? Representative { get; set; }

    public bool HasRepresentative => Case.Recipient().HasRepresentative();

    public static PaperRow Of(PaperRule rule) => new()
    {
        Case = rule.PaperCase,
        Version = rule.Version,
        Applicant = rule.ApplicantPapers.Value,
        Representative = rule.RepresentativePapers?.Value,
    };
}
