using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.HandOver;

/// <summary>
/// An administrator words a line of the checklist anew, adds one of the municipality's own, or stops asking it. Counts at once. A wording
/// that names a certificate is refused: its answer would record which one was shown.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeChecklist(Database database)
{
    public const int MostOwn = 10;
    private const int Longest = 60;

    /// <summary>本人確認書類 that must not be told from an answer.</summary>
    private static readonly string[] Certificates =
        ["免許証", "パスポート", "旅券", "在留カード", "特別永住者", "保険証", "資格確認書", "年金手帳", "年金証書", "障害者手帳", "療育手帳", "住民票", "戸籍", "学生証", "社員証", "診断書"];

    /// <param name="Code">Null: a new line of the municipality's own.</param>
    /// <param name="Revision">As the form showed it; 0 where the line has its standard wording.</param>
    /// <param name="Own">What a standard line does not leave open.</param>
    public sealed record Request(string? Code, int Revision, string Text, OwnLine Own);

    public sealed record OwnLine(AskedOf AskedOf, bool Required, bool Asked)
    {
        public static readonly OwnLine None = new(AskedOf.Everyone, Required: false, Asked: true);
    }

    /// <summary>A line as the page shows it.</summary>
    /// <param name="Revision">0: the standard wording.</param>
    public sealed record Line(ChecklistQuestion Question, int Revision, bool IsOwn, bool Asked);

    public abstract record Outcome;

    public sealed record Changed(string Code) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>There is no such line.</summary>
    public sealed record NotFound : Outcome;

    public sealed record Refused(string Problem) : Outcome;

    /// <summary>Standard lines in their order, then the own ones.</summary>
    public Task<List<Line>> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var worded = (await ChecklistLines.LatestAsync(context, cancellationToken)).ToDictionary(row => row.Code);
            List<Line> lines = [.. Checklist.StandardLines.Select(line => worded.GetValueOrDefault(line.Code) is { } own ? new Line(line with { Text = own.Text }, own.Revision, IsOwn: false, Asked: true) : new Line(line, 0, IsOwn: false, Asked: true))];
            lines.AddRange(worded.Values.Where(IsOwn).OrderBy(row => row.Code.Length).ThenBy(row => row.Code, StringComparer.Ordinal)
                .Select(row => new Line(new(row.Code, row.Text, ChecklistAnswer.YesNo, row.Required, row.AskedOf), row.Revision, IsOwn: true, row.Asked)));
            return lines;
        }, cancellationToken);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (Problem(request.Text.Trim()) is { } problem) return new Refused(problem);
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeChecklist, work => ChangeAsync(work, request, cancellationToken),
                (_, first) => Task.FromResult<Outcome>(new Changed(first.Detail!.Split(' ')[0])), cancellationToken); // recorded with its code
        }
        catch (AlreadyThereException)
        {
            return new ChangedMeanwhile();
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var worded = await ChecklistLines.LatestAsync(work.Context, cancellationToken);
        var standard = Checklist.StandardLines.FirstOrDefault(line => line.Code == request.Code);
        var latest = worded.Find(row => row.Code == request.Code);
        if (request.Code is not null && standard is null && latest is null) return work.Refuse<Outcome>(new NotFound());
        if ((latest?.Revision ?? 0) != request.Revision) return work.Refuse<Outcome>(new ChangedMeanwhile());
        if (request.Code is null && worded.Count(IsOwn) >= MostOwn) return work.Refuse<Outcome>(new Refused($"自治体の項目は{MostOwn}個までです。使わない項目の文章を書き換えてください。"));
        var code = request.Code ?? $"{ChecklistLine.OwnPrefix}{worded.Count(IsOwn) + 1}";
        work.Context.Add(new ChecklistLine
        {
            Municipality = work.Municipality,
            Code = code,
            Revision = request.Revision + 1,
            Text = request.Text.Trim(),
            AskedOf = standard?.AskedOf ?? request.Own.AskedOf,
            Required = standard?.Required ?? request.Own.Required,
            Asked = standard is not null || request.Own.Asked,
            ChangedAt = work.Now,
        });
        work.Record("Changed", detail: $"{code} {request.Revision + 1}");
        return new Changed(code);
    }

    private static bool IsOwn(ChecklistLine row) => row.Code.StartsWith(ChecklistLine.OwnPrefix, StringComparison.Ordinal);

    private static string? Problem(string text) =>
        text.Length is 0 or > Longest ? $"文章を{Longest}文字以内で入力してください。"
        : text.Any(char.IsControl) ? "改行を入れずに1行で入力してください。"
        : IndividualNumber.ContainsOne(text) ? "個人番号(マイナンバー)は入力できません。"
        : Array.Find(Certificates, text.Contains) is { } certificate ? $"「{certificate}」のような書類の名前は書けません。どの書類だったかは記録しない決まりです。「本人確認書類」「書類」と書いてください。"
        : null;
}
