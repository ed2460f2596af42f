using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Time;

namespace Tewatashi.Municipalities;

/// <summary>What a municipality tells everyone: how to reach it, its texts, お知らせ and よくある質問.</summary>
[UseCase(UsedBy.Resident)]
public sealed class PublicOffice(Database database)
{
    /// <param name="Telephone">Empty where none was set, as the other ways.</param>
    public sealed record Ways(string Telephone, string TelephoneHours, string Fax, string Mail);

    public sealed record Text(int Revision, string Body)
    {
        /// <summary>Its lines where the municipality wrote it itself; none of the standard wording.</summary>
        public IReadOnlyList<string> OwnLines => MunicipalityText.OwnLines(Revision, Body);
    }

    private static readonly KeptSetup<Told> Kept = new(ReadAsync);

    private sealed record Told(Ways Ways, PaperRules Papers, IReadOnlyDictionary<TextKey, Text> Texts);

    /// <param name="mark">The mark of the set-up where this request has read it already.</param>
    public async Task<Ways> WaysAsync(MunicipalityCode municipality, CancellationToken cancellationToken, byte[]? mark = null) =>
        (await ToldAsync(municipality, mark, cancellationToken)).Ways;

    /// <summary>How long one person who comes for the own card takes.</summary>
    public Task<int> MinutesPerPersonAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => (await context.RulesOnAsync(JapanTime.Today(database.Clock), cancellationToken)).MinutesPerPerson, cancellationToken);

    /// <summary>Which papers are enough, as the gate asks for them.</summary>
    public async Task<PaperRules> PapersAsync(MunicipalityCode municipality, CancellationToken cancellationToken, byte[]? mark = null) =>
        (await ToldAsync(municipality, mark, cancellationToken)).Papers;

    /// <summary>The wording that counts now.</summary>
    public async Task<Text> TextAsync(MunicipalityCode municipality, TextKey key, CancellationToken cancellationToken, byte[]? mark = null) =>
        (await ToldAsync(municipality, mark, cancellationToken)).Texts[key];

    /// <summary>In the office's order; of お知らせ only what is published by today.</summary>
    public Task<List<Article>> ArticlesAsync(MunicipalityCode municipality, ArticleKind kind, DateOnly today, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Articles.AsNoTracking()
            .Where(row => row.Kind == kind && row.PublishedOn <= today).OrderBy(row => row.Position).ThenByDescending(row => row.PublishedOn).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken), cancellationToken);

    private async Task<Told> ToldAsync(MunicipalityCode municipality, byte[]? mark, CancellationToken cancellationToken) =>
        Kept.Under(municipality, mark) ?? await database.ReadAsync(municipality, context => Kept.OfAsync(context, mark, cancellationToken), cancellationToken);

    private static async Task<Told> ReadAsync(TewatashiContext context, CancellationToken cancellationToken)
    {
        var ways = await context.Settings.AsNoTracking().Select(row => new Ways(row.Telephone, row.TelephoneHours, row.Fax, row.ContactMail)).SingleAsync(cancellationToken);
        var papers = await PaperRules.LoadAsync(context, cancellationToken);
        var texts = await context.Texts.AsNoTracking()
            .Where(row => !context.Texts.Any(later => later.Key == row.Key && later.Revision > row.Revision))
            .ToDictionaryAsync(row => row.Key, row => new Text(row.Revision, row.Body), cancellationToken);
        return new Told(ways, papers, texts);
    }
}
