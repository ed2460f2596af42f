using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>Publishes, changes or takes down an お知らせ or a よくある質問.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveArticle(Database database)
{
    /// <param name="Id">Null: a new one.</param>
    public sealed record Request(Guid? Id, ArticleKind Kind, string Title, string Body, DateOnly PublishedOn, int Position);

    public abstract record Outcome;

    public sealed record Saved(Guid Id) : Outcome;

    public sealed record Gone : Outcome;

    public sealed record Refused(string Field, string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var (title, body) = (request.Title.Trim(), request.Body.ReplaceLineEndings("\n").Trim());
        if (title.Length is 0 or > 100) return new Refused(nameof(request.Title), "見出しを100文字以内で入力してください。");
        if (body.Length is 0 or > 4000) return new Refused(nameof(request.Body), "本文を4000文字以内で入力してください。");
        if (IndividualNumber.ContainsOne(title) || IndividualNumber.ContainsOne(body)) return new Refused(nameof(request.Body), "個人番号(マイナンバー)は入力できません。");
        return await database.WriteAsync<Outcome>(caller, OperationKind.ChangeTexts, async work =>
        {
            var article = request.Id is { } id ? await work.Context.Articles.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
            if (article is null && request.Id is not null)
            {
                work.Abandon();
                return new Gone();
            }

            if (article is null)
            {
                article = new Article
                {
                    Municipality = caller.Municipality, Id = Ids.New(), Kind = request.Kind, Title = title, Body = body, PublishedOn = request.PublishedOn,
                };
                work.Context.Add(article);
            }

            (article.Title, article.Body, article.PublishedOn, article.Position) = (title, body, request.PublishedOn, request.Position);
            work.Record("Saved", article.Id, article.Kind.ToString());
            return new Saved(article.Id);
        }, (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId ?? Guid.Empty)), cancellationToken);
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
