using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>An administrator words a text anew. The former wording stays: what a resident was shown can be told.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeTexts(Database database)
{
    private const int Longest = 4000;

    public sealed record Request(TextKey Key, int Revision, string Body);

    public abstract record Outcome;

    public sealed record Changed(int Revision) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    public sealed record Refused(string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var body = request.Body.ReplaceLineEndings("\n").Trim();
        if (body.Length == 0) return new Refused("文章を入力してください。");
        if (body.Length > Longest) return new Refused($"{Longest}文字以内で入力してください。");
        if (IndividualNumber.ContainsOne(body)) return new Refused("個人番号(マイナンバー)は入力できません。");
        try
        {
            return await database.WriteAsync<Outcome>(caller, OperationKind.ChangeTexts, async work =>
            {
                var latest = await work.Context.Texts.Where(row => row.Key == request.Key).MaxAsync(row => (int?)row.Revision, cancellationToken) ?? 0;
                if (latest != request.Revision)
                {
                    work.Abandon();
                    return new ChangedMeanwhile();
                }

                work.Context.Add(new MunicipalityText { Municipality = caller.Municipality, Key = request.Key, Revision = latest + 1, Body = body, ChangedAt = work.Now });
                work.Record("Changed", detail: $"{request.Key} {latest + 1}");
                return new Changed(latest + 1);
            }, (_, _) => Task.FromResult<Outcome>(new Changed(request.Revision + 1)), cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new ChangedMeanwhile();
        }
    }
}
