namespace Tewatashi.Counting;

/// <summary>What the office calls the parts of a 棚卸.</summary>
public static class CountWords
{
    public static string Name(this CountState state) => state switch
    {
        CountState.Planned => "これから",
        CountState.Open => "読み取り中",
        CountState.Closed => "終了",
        CountState.GivenUp => "取りやめ",
    };

    public static string Name(this CountReason reason) => reason switch
    {
        CountReason.Chosen => "箱を指定",
        CountReason.Daily => "今日の箱",
        CountReason.Full => "全数棚卸",
    };

    public static string Name(this FindingKind kind) => kind switch
    {
        FindingKind.Missing => "不足",
        FindingKind.Misplaced => "場所違い",
        FindingKind.Extra => "余り",
    };

    public static string Name(this FindingEnd end) => end switch
    {
        FindingEnd.WhereBooksSay => "台帳の場所にあることを確認",
        FindingEnd.BooksCorrected => "台帳の場所を訂正",
        FindingEnd.TakenOut => "箱から出して別に保管",
        FindingEnd.SearchBegun => "所在不明として捜索",
    };
}
