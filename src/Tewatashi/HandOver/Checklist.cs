using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>
/// 交付時の確認: what the clerk ticks by name before a card leaves, by who came for it. Answers are はい, いいえ or a count: which papers were
/// shown is never stored, only how many of list A and B (domain: papers by case, 個人番号カードの交付等に関する事務処理要領).
/// </summary>
public static class Checklist
{
    public const string FaceMatches = nameof(FaceMatches);
    public const string PhotoMatches = nameof(PhotoMatches);
    public const string FaceOfCardMatches = nameof(FaceOfCardMatches);
    public const string NoticeAnswered = nameof(NoticeAnswered);
    public const string PapersA = nameof(PapersA);
    public const string PapersB = nameof(PapersB);
    public const string ProxyName = nameof(ProxyName);
    public const string ProxyPapersA = nameof(ProxyPapersA);
    public const string ProxyPapersB = nameof(ProxyPapersB);
    public const string Authority = nameof(Authority);
    public const string CannotCome = nameof(CannotCome);
    public const string Amended = nameof(Amended);
    public const string TerminalDone = nameof(TerminalDone);
    public const string OldCards = nameof(OldCards);
    public const string FeeTaken = nameof(FeeTaken);

    /// <summary>The questions for a recipient, in the order of the counter.</summary>
    /// <param name="amendmentNeeded">要追記: the card's face has to be written on.</param>
    public static IReadOnlyList<ChecklistQuestion> For(RecipientKind kind, bool amendmentNeeded)
    {
        var questions = new List<ChecklistQuestion>
        {
            kind.ComesAlone()
                ? Must(PhotoMatches, "カードの写真と、本人の顔写真のある書類が一致した")
                : Must(FaceMatches, "カードの写真と、来庁した本人の顔が一致した(顔認証または目視)"),
            Must(FaceOfCardMatches, "券面の記載と、本人確認書類が一致した"),
            kind.ComesAlone()
                ? Must(NoticeAnswered, "交付通知書の回答欄と委任欄に記入がある")
                : May(NoticeAnswered, "交付通知書の回答欄に記入がある(お持ちでないときは付けない)"),
            Count(PapersA, "本人の本人確認書類 A(枚数)"),
            Count(PapersB, "本人の本人確認書類 B(枚数)"),
        };
        if (kind.HasRepresentative())
        {
            if (kind.ComesAlone()) questions.Add(Must(ProxyName, "代理の方の氏名が、画面の代理受取人カナ氏名と一致した"));
            questions.Add(Count(ProxyPapersA, "代理の方の本人確認書類 A(枚数)"));
            questions.Add(Count(ProxyPapersB, "代理の方の本人確認書類 B(枚数)"));
            questions.Add(Must(Authority, "代理権を書類で確認した"));
            if (kind.ComesAlone()) questions.Add(Must(CannotCome, "本人が来られない理由を書類で確認した"));
        }

        if (amendmentNeeded) questions.Add(Must(Amended, "追記欄に新しい住所・氏名などを記載した(要追記)"));
        questions.Add(Must(TerminalDone, "統合端末の手続き(暗証番号の設定など)が済んだ"));
        questions.Add(Count(OldCards, "回収した旧カード・通知カード(枚数)"));
        questions.Add(May(FeeTaken, "手数料を受け取った(再交付・特急発行のとき)"));
        return questions;
    }

    /// <summary>What is missing, by code of the question, in words for the clerk; none where the card may leave.</summary>
    public static IReadOnlyDictionary<string, string> WhatIsMissing(RecipientKind kind, bool amendmentNeeded, IReadOnlyDictionary<string, int> answers)
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

        var (a, b) = (answers.GetValueOrDefault(PapersA), answers.GetValueOrDefault(PapersB));
        if (kind.ComesAlone())
        {
            if (!AreEnoughOfAbsent(a, b)) missing.TryAdd(PapersA, "本人の本人確認書類が足りません。Aを2点、AとBを1点ずつ、またはBを3点(1点は顔写真付き)確認してください。");
        }
        else if (answers.GetValueOrDefault(NoticeAnswered) == 1)
        {
            if (!AreEnoughWithNotice(a, b)) missing.TryAdd(PapersA, "本人の本人確認書類が足りません。Aを1点、またはBを2点確認してください。");
        }
        else if (!AreEnoughAlone(a, b))
        {
            missing.TryAdd(PapersA, "本人の本人確認書類が足りません。交付通知書がないときは、Aを2点、またはAとBを1点ずつ確認してください。");
        }

        if (kind.HasRepresentative() && !AreEnoughAlone(answers.GetValueOrDefault(ProxyPapersA), answers.GetValueOrDefault(ProxyPapersB)))
            missing.TryAdd(ProxyPapersA, "代理の方の本人確認書類が足りません。Aを2点、またはAとBを1点ずつ確認してください。");
        return missing;
    }

    /// <summary>Every code ever stored, for reading answers back.</summary>
    public static string TextOf(string code) =>
        Enum.GetValues<RecipientKind>().SelectMany(kind => For(kind, amendmentNeeded: true)).FirstOrDefault(question => question.Code == code)?.Text ?? code;

    private static bool AreEnoughWithNotice(int a, int b) => a >= 1 || b >= 2;

    private static bool AreEnoughAlone(int a, int b) => a >= 1 && a + b >= 2;

    private static bool AreEnoughOfAbsent(int a, int b) => AreEnoughAlone(a, b) || b >= 3;

    private static ChecklistQuestion Must(string code, string text) => new(code, text, ChecklistAnswer.YesNo, Required: true);

    private static ChecklistQuestion May(string code, string text) => new(code, text, ChecklistAnswer.YesNo, Required: false);

    private static ChecklistQuestion Count(string code, string text) => new(code, text, ChecklistAnswer.Count, Required: false);
}
