using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;

namespace Tewatashi.Municipalities.IdentityPapers;

/// <summary>
/// 本人確認書類の表 as it counts now: the gate checks it and the resident is told from it. The standard one follows 個人番号カードの交付等に関する
/// 事務処理要領.
/// </summary>
public sealed class PaperRules
{
    private static readonly PaperSets One = PaperSets.Parse("A1/B2");
    private static readonly PaperSets Two = PaperSets.Parse("A2/A1+B1");
    private static readonly PaperSets OfAbsent = PaperSets.Parse("A2/A1+B1/B3");

    /// <summary>What a municipality begins with.</summary>
    public static readonly PaperRules Standard = new(Enum.GetValues<PaperCase>().ToDictionary(of => of, of => new Line(
        of switch
        {
            PaperCase.ApplicantWithNotice or PaperCase.AccompaniedWithNotice => One,
            PaperCase.ApplicantWithoutNotice or PaperCase.AccompaniedWithoutNotice => Two,
            _ => OfAbsent,
        },
        of.Recipient().HasRepresentative() ? Two : null)));

    private readonly IReadOnlyDictionary<PaperCase, Line> lines;

    private PaperRules(IReadOnlyDictionary<PaperCase, Line> lines) => this.lines = lines;

    /// <param name="Representative">Null where nobody but the applicant comes.</param>
    public sealed record Line(PaperSets Applicant, PaperSets? Representative);

    public Line this[PaperCase of] => lines[of];

    public Line this[RecipientKind kind, bool withNotice] => lines[PaperCases.Of(kind, withNotice)];

    public static PaperRules Of(IEnumerable<PaperRule> rows) => new(rows.ToDictionary(row => row.PaperCase, row => new Line(row.ApplicantPapers, row.RepresentativePapers)));

    public static async Task<PaperRules> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        Of(await All(context).ToListAsync(cancellationToken));

    private static readonly Func<TewatashiContext, IAsyncEnumerable<PaperRule>> All = KeptQuery.Of((TewatashiContext context) => context.PaperRules.AsNoTracking());
}
