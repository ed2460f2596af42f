namespace Tewatashi.Mail;

/// <summary>What the office calls each kind of mail, its language and why it did not arrive.</summary>
public static class MailNames
{
    public static string Name(this MailKind kind) => kind switch
    {
        MailKind.Verification => "メールアドレスの確認",
        MailKind.Booked => "予約の完了",
        MailKind.Changed => "予約の変更",
        MailKind.Cancelled => "予約の取消(ご本人)",
        MailKind.CancelledByOffice => "予約の取消(窓口・電話)",
        MailKind.FirstReminder => "1回目のお知らせ",
        MailKind.LastReminder => "2回目のお知らせ",
        MailKind.NeedsRebooking => "要日時変更",
        MailKind.Offer => "空きのご案内",
    };

    public static string Name(this MailLanguage language) => language switch
    {
        MailLanguage.Japanese => "日本語",
        MailLanguage.English => "英語",
    };

    /// <summary>A code of <see cref="OutboxMail.LastError"/> in words that say what to do.</summary>
    public static string ReasonOf(string? code) => code switch
    {
        "550" or "551" or "553" => "このメールアドレスは受け取れません(宛先がありません)",
        "552" or "452" => "相手のメールボックスがいっぱいです",
        "554" => "相手のメールサーバーが受け取りを断りました",
        "AnswerLost" => "送った後の返事が確認できません。届いているかもしれません",
        "TimedOut" => "メールサーバーから返事がありません",
        "ResidentUrlMissing" => "設定の「予約ページのアドレス」が入っていません",
        null => "理由は記録されていません",
        { Length: 3 } when code[0] == '5' => "メールサーバーが受け取りを断りました",
        { Length: 3 } when code[0] == '4' => "メールサーバーが後で送るように求め続けました",
        _ => "メールサーバーとの通信ができません",
    };
}
