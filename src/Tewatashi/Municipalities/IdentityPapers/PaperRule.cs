using Tewatashi.Data;

namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>本人確認書類の表, one line: which papers are enough in a case. The municipality's own; counts from the moment it is saved.</summary>
public sealed class PaperRule : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required PaperCase PaperCase { get; init; }
    public int Version { get; set; }

    /// <summary>Of the applicant.</summary>
    public required PaperSets ApplicantPapers { get; set; }

    /// <summary>Of the representative, beside the applicant or alone; null where there is none.</summary>
    public PaperSets? RepresentativePapers { get; set; }
}
