using Tewatashi.Data;

namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>What must hold of the table of papers: no case without its papers, or the gate could not tell what is enough.</summary>
public static class PaperInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("本人確認書類の表には、すべての場合がある",
            $"""
            SELECT municipality_settings.municipality, 'paper_rule', CAST(COUNT(paper_rule.paper_case) AS text)
            FROM municipality_settings LEFT JOIN paper_rule ON paper_rule.municipality = municipality_settings.municipality
              AND (paper_rule.representative_papers IS NULL) = (paper_rule.paper_case IN ('ApplicantWithNotice', 'ApplicantWithoutNotice'))
            GROUP BY municipality_settings.municipality HAVING COUNT(paper_rule.paper_case) <> {Enum.GetValues<PaperCase>().Length}
            """),
    ];
}
