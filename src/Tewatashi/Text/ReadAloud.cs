namespace Tewatashi.Text;

/// <summary>
/// How a number is read out on the telephone so that it is not misheard: each digit by the name that sounds like no other (4 and 7 are ヨン and
/// ナナ, since シ and シチ sound like 1), each letter with a well-known word that begins with it.
/// </summary>
public static class ReadAloud
{
    private static readonly string[] Digits = ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"];

    private static readonly string[] Letters =
    [
        "エー(アメリカのA)", "ビー(ブラジルのB)", "シー(チャイナのC)", "ディー(デンマークのD)", "イー(イングランドのE)", "エフ(フランスのF)", "ジー(ゴルフのG)",
        "エイチ(ホテルのH)", "アイ(イタリアのI)", "ジェイ(ジャパンのJ)", "ケー(キングのK)", "エル(ロンドンのL)", "エム(メキシコのM)", "エヌ(ニューヨークのN)",
        "オー(オーストラリアのO)", "ピー(パリのP)", "キュー(クイーンのQ)", "アール(ローマのR)", "エス(スペインのS)", "ティー(トーキョーのT)", "ユー(ユニオンのU)",
        "ブイ(ビクトリーのV)", "ダブリュー(ワシントンのW)", "エックス(エックス線のX)", "ワイ(ヨコハマのY)", "ゼット(ゼブラのZ)",
    ];

    /// <param name="display">Digits and capital letters in groups divided by hyphens; a pause is made between groups.</param>
    public static string Of(string display)
    {
        ArgumentNullException.ThrowIfNull(display);
        return string.Join("、", display.Split('-').Select(group => string.Join(' ', group.Select(Of))));
    }

    private static string Of(char sign) => sign switch
    {
        >= '0' and <= '9' => Digits[sign - '0'],
        >= 'A' and <= 'Z' => Letters[sign - 'A'],
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Neither a digit nor a capital letter."),
    };
}
