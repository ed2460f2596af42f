using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付時の確認: what the clerk ticks by name before a card leaves, by who came for it. Answers are はい, いいえ or a count: which papers were
/// shown is never stored, only how many of list A and B. Which are enough stands in the municipality's table of papers; a line's wording is
/// the municipality's too, its code is not.
/// </summary>
public sealed class Checklist
{
    public const string FaceMatches = nameof(FaceMatches);
    public const string PhotoMatches = nameof(PhotoMatches);
    public const string FaceOfCardMatches = nameof(FaceOfCardMatches);
    public const string NoticeAnswered = nameof(NoticeAnswered);
    public const string NoticeEntrusts = nameof(NoticeEntrusts);
    public const string PapersA = nameof(PapersA);
    public const string PapersB = nameof(PapersB);
    public const string ProxyName = nameof(ProxyName);
    public const string ProxyPapersA = nameof(ProxyPapersA);
    public const string ProxyPapersB = nameof(ProxyPapersB);
    public const string Authority = nameof(Authority);
    public const string CannotCome = nameof(CannotCome);
    public const string Amended = nameof(Amended);
    public const string TerminalDone = nameof(TerminalDone);
    public const string FeeReissue = nameof(FeeReissue);
    public const string FeeExpress = nameof(FeeExpress);

    /// <summary>The lines every municipality has, in the order of the counter. Lines of its own follow 追記.</summary>
    public static readonly IReadOnlyList<ChecklistQuestion> StandardLines =
    [
        new(PhotoMatches, "カードの写真と、本人の顔写真のある書類が一致した", ChecklistAnswer.YesNo, Required: true, AskedOf.ProxyAlone),
        new(FaceMatches, "カードの写真と、来庁した本人の顔が一致した(顔認証または目視)", ChecklistAnswer.YesNo, Required: true, AskedOf.ApplicantHere),
        new(FaceOfCardMatches, "券面の記載と、本人確認書類が一致した", ChecklistAnswer.YesNo, Required: true, AskedOf.Everyone),
        new(NoticeEntrusts, "交付通知書の回答欄と委任欄に記入がある", ChecklistAnswer.YesNo, Required: true, AskedOf.ProxyAlone),
        new(NoticeAnswered, "交付通知書の回答欄に記入がある(お持ちでないときは付けない)", ChecklistAnswer.YesNo, Required: false, AskedOf.ApplicantHere),
        new(PapersA, "本人の本人確認書類 A(枚数)", ChecklistAnswer.Count, Required: false, AskedOf.Everyone),
        new(PapersB, "本人の本人確認書類 B(枚数)", ChecklistAnswer.Count, Required: false, AskedOf.Everyone),
        new(ProxyName, "代理の方の氏名が、画面の代理受取人カナ氏名と一致した", ChecklistAnswer.YesNo, Required: true, AskedOf.ProxyAlone),
        new(ProxyPapersA, "代理の方の本人確認書類 A(枚数)", ChecklistAnswer.Count, Required: false, AskedOf.Representative),
        new(ProxyPapersB, "代理の方の本人確認書類 B(枚数)", ChecklistAnswer.Count, Required: false, AskedOf.Representative),
        new(Authority, "代理権を書類で確認した", ChecklistAnswer.YesNo, Required: true, AskedOf.Representative),
        new(CannotCome, "本人が来られない理由を書類で確認した", ChecklistAnswer.YesNo, Required: true, AskedOf.ProxyAlone),
        new(Amended, "追記欄に新しい住所・氏名などを記載した(要追記)", ChecklistAnswer.YesNo, Required: true, AskedOf.AmendmentNeeded),
        new(TerminalDone, "統合端末の手続き(暗証番号の設定など)が済んだ", ChecklistAnswer.YesNo, Required: true, AskedOf.Everyone),
        new(FeeReissue, "再交付の手数料 1,000円を受け取った(再交付のときだけ)", ChecklistAnswer.YesNo, Required: false, AskedOf.Everyone),
        new(FeeExpress, "特急発行の手数料 2,000円を受け取った(特急発行のときだけ)", ChecklistAnswer.YesNo, Required: false, AskedOf.Everyone),
    ];

    /// <summary>With the standard table of papers and the standard wording.</summary>
    public static readonly Checklist Standard = new(PaperRules.Standard, []);

    private readonly PaperRules papers;
    private readonly IReadOnlyList<ChecklistQuestion> questions;

    /// <param name="worded">The latest revision of each line that the municipality worded.</param>
    public Checklist(PaperRules papers, IReadOnlyList<ChecklistLine> worded)
    {
        this.papers = papers;
        var byCode = worded.ToDictionary(line => line.Code);
        var own = worded.Where(line => line.Asked && line.Code.StartsWith(ChecklistLine.OwnPrefix, StringComparison.Ordinal)).OrderBy(line => line.Code.Length).ThenBy(line => line.Code, StringComparer.Ordinal)
            .Select(line => new ChecklistQuestion(line.Code, line.Text, ChecklistAnswer.YesNo, line.Required, line.AskedOf));
        var standard = StandardLines.Select(line => byCode.GetValueOrDefault(line.Code) is { } own ? line with { Text = own.Text } : line).ToList();
        var after = standard.FindIndex(line => line.Code == Amended) + 1;
        questions = [.. standard.Take(after), .. own, .. standard.Skip(after)];
    }

    public static async Task<Checklist> LoadAsync(TewatashiContext context, CancellationToken cancellationToken) =>
        new(await PaperRules.LoadAsync(context, cancellationToken), await ChecklistLines.LatestAsync(context, cancellationToken));

    /// <summary>The questions for a recipient, in the order of the counter.</summary>
    /// <param name="amendmentNeeded">要追記: the card's face has to be written on.</param>
    public IReadOnlyList<ChecklistQuestion> For(RecipientKind kind, bool amendmentNeeded) =>
        [.. questions.Where(question => question.AskedOf switch
        {
            AskedOf.Everyone => true,
            AskedOf.ApplicantHere => !kind.ComesAlone(),
            AskedOf.ProxyAlone => kind.ComesAlone(),
            AskedOf.Representative => kind.HasRepresentative(),
            AskedOf.AmendmentNeeded => amendmentNeeded,
        })];

    /// <summary>What is missing, by code of the question, in words for the clerk; none where the card may leave.</summary>
    public IReadOnlyDictionary<string, string> WhatIsMissing(RecipientKind kind, bool amendmentNeeded, IReadOnlyDictionary<string, int> answers)
    {
        var missing = new Dictionary<string, string>();
        foreach (var question in For(kind, amendmentNeeded))
        {
            var answer = answers.GetValueOrDefault(question.Code);
            if (answer < 0 || answer > (question.Answer == ChecklistAnswer.YesNo ? 1 : ChecklistQuestion.MostCounted))
                missing[question.Code] = $"「{question.Text}」は0から{ChecklistQuestion.MostCounted}の数字で入力してください。";
            else if (question.Required && answer != 1)
                missing[question.Code] = $"「{question.Text}」を確認してください。できないときは交付見送りにします。";
        }

        var withNotice = kind.ComesAlone() || answers.GetValueOrDefault(NoticeAnswered) == 1;
        var rule = papers[kind, withNotice];
        if (!rule.Applicant.AreMetBy(answers.GetValueOrDefault(PapersA), answers.GetValueOrDefault(PapersB)))
            missing.TryAdd(PapersA, $"本人の本人確認書類が足りません。{(withNotice ? "" : "交付通知書がないときは、")}{rule.Applicant.Display}確認してください。");
        if (rule.Representative is { } representative && !representative.AreMetBy(answers.GetValueOrDefault(ProxyPapersA), answers.GetValueOrDefault(ProxyPapersB)))
            missing.TryAdd(ProxyPapersA, $"代理の方の本人確認書類が足りません。{representative.Display}確認してください。");
        return missing;
    }

    /// <summary>Which papers are enough, in words for the clerk.</summary>
    public string PapersFor(RecipientKind kind)
    {
        var with = papers[kind, withNotice: true];
        var applicant = kind.ComesAlone() ? with.Applicant.Display : $"{with.Applicant.Display}(交付通知書がないときは、{papers[kind, withNotice: false].Applicant.Display})";
        return with.Representative is { } representative ? $"本人は{applicant}。代理の方は{representative.Display}。" : $"本人は{applicant}。";
    }
}
