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

    private static readonly Func<TewatashiContext, IAsyncEnumerable<Ways>> WaysNow = KeptQuery.Of((TewatashiContext context) =>
        context.Settings.AsNoTracking().Select(row => new Ways(row.Telephone, row.TelephoneHours, row.Fax, row.ContactMail)));

    private static readonly Func<TewatashiContext, TextKey, IAsyncEnumerable<Text>> TextNow = KeptQuery.Of((TewatashiContext context, TextKey key) =>
        context.Texts.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Revision).Take(1).Select(row => new Text(row.Revision, row.Body)));

    public Task<Ways> WaysAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => await WaysNow(context).SingleAsync(cancellationToken), cancellationToken);

    /// <summary>How long one person who comes for the own card takes.</summary>
    public Task<int> MinutesPerPersonAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => (await context.RulesOnAsync(JapanTime.Today(database.Clock), cancellationToken)).MinutesPerPerson, cancellationToken);

    /// <summary>Which papers are enough, as the gate asks for them.</summary>
    public Task<PaperRules> PapersAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => PaperRules.LoadAsync(context, cancellationToken), cancellationToken);

    /// <summary>The wording that counts now.</summary>
    public Task<Text> TextAsync(MunicipalityCode municipality, TextKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => await TextNow(context, key).SingleAsync(cancellationToken), cancellationToken);

    /// <summary>In the office's order; of お知らせ only what is published by today.</summary>
    public Task<List<Article>> ArticlesAsync(MunicipalityCode municipality, ArticleKind kind, DateOnly today, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Articles.AsNoTracking()
            .Where(row => row.Kind == kind && row.PublishedOn <= today).OrderBy(row => row.Position).ThenByDescending(row => row.PublishedOn).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken), cancellationToken);
}
