namespace Tewatashi.HandOver.Terminal;

/// <summary>What the office calls the parts of a comparison with the national terminal.</summary>
public static class TerminalWords
{
    public static string Name(this DifferenceSide side) => side switch
    {
        DifferenceSide.OnlyHere => "こちらだけ交付済",
        DifferenceSide.HandedOverThere => "統合端末だけ交付済",
        DifferenceSide.AbolishedThere => "統合端末では廃止",
    };

    public static string Advice(this DifferenceSide side) => side switch
    {
        DifferenceSide.OnlyHere => "統合端末の交付の操作が済んでいるか確かめてください。渡していなければ、今日のうちに交付取消をします。",
        DifferenceSide.HandedOverThere => "カードの画面で所在を確かめてください。渡したのに入力していなければ、交付(または当日控えの入力)をします。",
        DifferenceSide.AbolishedThere => "カードを渡さないでください。カードの画面で保留にし、廃棄に回します。",
    };

    public static string Name(this DifferenceReason reason) => reason switch
    {
        DifferenceReason.EnteredOnAnotherDay => "統合端末には別の日に入力した",
        DifferenceReason.CorrectedThere => "統合端末の入力を訂正した",
        DifferenceReason.DoneElsewhere => "別の窓口・自治体で手続きした",
        DifferenceReason.OtherCard => "この交付に関係のない以前のカード",
    };
}
