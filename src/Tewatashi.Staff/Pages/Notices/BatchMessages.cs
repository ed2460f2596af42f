using Tewatashi.Notices;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>What a batch's page says, and what to do next.</summary>
internal static class BatchMessages
{
    public static readonly BatchModel.Message Changed = new(
        Tone.Warning, "ほかの職員が印刷し直しました", "画面を新しくしました。手元の紙が今の印刷のものかを確かめてから、もう一度押してください。");

    public static BatchModel.Message? Done(string? code) => code switch
    {
        "created" => new(Tone.Success, "束を作りました", "用紙を用意して、印刷してください。"),
        "given-up" => new(Tone.Success, "束を取りやめました", "カードは、また通知を待つ状態に戻りました。"),
        "confirmed" => new(Tone.Success, "印刷を確認しました", "次へ進んでください。"),
        "confirmed-part" => new(Tone.Warning, "途中までを確認しました", "残りは「印刷し直す」で、新しいパスワードで印刷してください。前に出た残りの紙は破棄します。"),
        "sent" => new(Tone.Success, "発送を記録しました", "この紙を受け取った方から、予約ができます。"),
        "reminder" => new(Tone.Success, "再通知の束を作りました", "印刷すると、前の通知の受付番号とパスワードは使えなくなります。"),
        "resend" => new(Tone.Success, "再送の束を作りました", "印刷すると、前の通知の受付番号とパスワードは使えなくなります。"),
        _ => null,
    };

    public static BatchModel.Message Of(PrintOutcome outcome) => outcome switch
    {
        PrintOutcome.AlreadyIssued => new(Tone.Warning, "もう印刷しています", "同じ紙を二度は作りません。紙が出ていなければ、3の「印刷し直す」を押してください。"),
        PrintOutcome.ChangedMeanwhile => Changed,
        PrintOutcome.NothingToPrint => new(Tone.Info, "印刷する紙がありません", "すべて確認済みか、保留などで外れました。"),
        PrintOutcome.NotPrintedNow => new(Tone.Warning, "この紙はもう送っています", "作り直すときは、カードの画面から再送してください。"),
        PrintOutcome.NoAddress => new(Tone.Error, "印刷できません", "住民用ページのアドレスが設定されていません。管理者に、規則の設定で入力するよう頼んでください。まだ何も発行していません。"),
        PrintOutcome.NotPrintable refused => new(
            Tone.Error, "印刷できない文字があります", string.Join(' ', refused.Characters.Select(character => character.Message)) + " 文面や連絡先の設定を直してください。まだ何も発行していません。"),
        PrintOutcome.LabelTooSmall => new(Tone.Error, "ラベルが小さすぎます", "幅70mm、高さ42mm以上のラベル用紙を選んでください。まだ何も発行していません。"),
        PrintOutcome.NotThere or PrintOutcome.Ready or _ => throw new InvalidOperationException($"{outcome.GetType().Name} is answered otherwise."),
    };

    /// <summary>Why a code names no notice; null where it may. What was read is never repeated.</summary>
    public static string? Unreadable(NoticeCode code) => code switch
    {
        NoticeCode.Reception or NoticeCode.Serial => null,
        NoticeCode.Forbidden => "個人番号のようです。カードは読み取らないでください。記録していません。",
        _ => "受付番号(10桁)か、製造管理番号(英数字3文字と数字6文字)を読み取るか入力してください。",
    };
}
