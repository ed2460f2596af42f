using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>Publishes, changes or takes down an お知らせ or a よくある質問.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveArticle(Database database)
{
    private const int HighestPosition = 999;

    /// <param name="Id">Null: a new one.</param>
    /// <param name="Kind">Counts for a new one alone.</param>
    /// <param name="Position">Order on the page, lowest first.</param>
    /// <param name="Version">As the form showed it; not asked of a new one.</param>
    public sealed record Request(Guid? Id, ArticleKind Kind, string Title, string Body, DateOnly PublishedOn, int Position, int Version = 0);

    public abstract record Outcome;

    public sealed record Saved(Guid Id) : Outcome;

    public sealed record Gone : Outcome;

    /// <summary>Someone else changed it while the form was open.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    public sealed record Refused(string Field, string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var (title, body) = (request.Title.Trim(), request.Body.ReplaceLineEndings("\n").Trim());
        if (title.Length is 0 or > 100) return new Refused(nameof(request.Title), "見出しを100文字以内で入力してください。");
        if (body.Length is 0 or > 4000) return new Refused(nameof(request.Body), "本文を4000文字以内で入力してください。");
        if (IndividualNumber.ContainsOne(title)) return new Refused(nameof(request.Title), "個人番号(マイナンバー)は入力できません。");
        if (IndividualNumber.ContainsOne(body)) return new Refused(nameof(request.Body), "個人番号(マイナンバー)は入力できません。");
        if (request.Position is < 0 or > HighestPosition) return new Refused(nameof(request.Position), $"並び順は0から{HighestPosition}までの数字で入力してください。");
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeTexts, work => SaveAsync(work, request with { Title = title, Body = body }, cancellationToken),
                (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId!.Value)), cancellationToken); // recorded with its article
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> SaveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var article = request.Id is { } id ? await work.Context.Articles.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (request.Id is not null && article?.Version != request.Version)
        {
            work.Abandon();
            return article is null ? new Gone() : new ChangedMeanwhile();
        }

        if (article is null)
        {
            article = new Article
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                Kind = request.Kind,
                Title = request.Title,
                Body = request.Body,
                PublishedOn = request.PublishedOn,
            };
            work.Context.Add(article);
        }

        (article.Title, article.Body, article.PublishedOn, article.Position) = (request.Title, request.Body, request.PublishedOn, request.Position);
        work.Record("Saved", article.Id, article.Kind.ToString());
        return new Saved(article.Id);
    }

    public Task<bool> RemoveAsync(Guid id, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ChangeTexts, async work =>
        {
            var removed = await work.Context.Articles.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            if (removed == 0) work.Abandon();
            else work.Record("Removed", id);
            return removed > 0;
        }, cancellationToken: cancellationToken);

    public Task<List<Article>> ListAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, context => context.Articles.AsNoTracking()
            .OrderBy(row => row.Kind).ThenBy(row => row.Position).ThenByDescending(row => row.PublishedOn).ThenBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
}
