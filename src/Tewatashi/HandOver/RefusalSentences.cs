namespace Tewatashi.HandOver;

/// <summary>What the 見送り票 says to the person, by the reason: plain, and about the next visit.</summary>
internal static class RefusalSentences
{
    /// <param name="code">As stored with the reservation.</param>
    public static string Of(string? code) => Read(code) switch
    {
        NotHandedOverReason.PapersMissing => "書類が足りませんでした。次に来るときは、下の書類をすべてお持ちください。",
        NotHandedOverReason.IdentityNotConfirmed => "本人であることを確かめられませんでした。次に来るときは、下の書類をお持ちください。名前や住所が新しいものにしてください。",
        NotHandedOverReason.AuthorityNotConfirmed => "代理の方が受け取れることを確かめられませんでした。次に来るときは、下の書類をすべてお持ちください。",
        NotHandedOverReason.NationalSystemDown => "全国のシステムが止まっているため、お渡しできませんでした。ご迷惑をおかけしました。次に来るときも、今日と同じ書類をお持ちください。",
        NotHandedOverReason.CardDefective => "カードに不具合があるため、お渡しできませんでした。新しいカードのことは、窓口からご案内します。",
        NotHandedOverReason.OwnWish or NotHandedOverReason.LeftWithoutWaiting or null => "今日はお渡ししていません。次に来るときは、下の書類をお持ちください。",
    };

    /// <summary>New papers help in every case but a card that is broken.</summary>
    public static bool AsksForPapers(string? code) => Read(code) != NotHandedOverReason.CardDefective;

    private static NotHandedOverReason? Read(string? code) => Enum.TryParse<NotHandedOverReason>(code, out var reason) ? reason : null;
}
