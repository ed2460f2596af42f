using Tewatashi.Web.Forms;

namespace Tewatashi.Browser.Gallery;

public static class GalleryChoices
{
    public static IReadOnlyList<Choice> Recipients { get; } =
    [
        new("self", "ご本人"),
        new("parent", "ご本人と法定代理人（いっしょに来る方）", "15歳未満の方と、成年被後見人の方"),
        new("proxy", "代理の方だけ", "代理で受け取れる場合は限られています"),
        new("other", "このほか", IsDisabled: true),
    ];

    public static IReadOnlyList<Choice> Counters { get; } = [new("1", "見本市役所 本庁舎 1階"), new("2", "北出張所"), new("3", "南出張所")];

    public static IReadOnlyList<Choice> Answers { get; } = [new("yes", "はい"), new("no", "いいえ")];

    public static IReadOnlyList<Choice> Kinds { get; } = [new("pick", "カードの受け取り"), new("renew", "電子証明書の更新"), new("pin", "暗証番号の再設定")];
}
