using Tewatashi.Cards;

namespace Tewatashi.Imports.Changes;

/// <summary>What the office calls the parts of a change list, and what each 異動事由 does to a card.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, ChangeKind> Spellings = new()
    {
        ["転出"] = ChangeKind.MovedOut,
        ["国外転出"] = ChangeKind.MovedAbroad,
        ["死亡"] = ChangeKind.Died,
        ["転居"] = ChangeKind.MovedWithin,
        ["市内転居"] = ChangeKind.MovedWithin,
        ["区内転居"] = ChangeKind.MovedWithin,
        ["町内転居"] = ChangeKind.MovedWithin,
        ["村内転居"] = ChangeKind.MovedWithin,
        ["氏名変更"] = ChangeKind.NameChanged,
        ["戸籍による氏名変更"] = ChangeKind.NameChanged,
    };

    /// <summary>Every spelling a file may use, for the message that refuses another.</summary>
    public static IEnumerable<string> Accepted => Spellings.Keys;

    public static bool TryRead(string text, out ChangeKind kind) => Spellings.TryGetValue(text, out kind);

    public static string Name(this ChangeKind kind) => kind switch
    {
        ChangeKind.MovedOut => "転出",
        ChangeKind.MovedAbroad => "国外転出",
        ChangeKind.Died => "死亡",
        ChangeKind.MovedWithin => "転居",
        ChangeKind.NameChanged => "氏名変更",
    };

    public static string Name(this ChangeRowState state) => state switch
    {
        ChangeRowState.Open => "これから",
        ChangeRowState.Suspended => "保留にした",
        ChangeRowState.Amended => "要追記にした",
        ChangeRowState.AlreadyStopped => "すでに保留",
        ChangeRowState.NotOurs => "該当なし",
        ChangeRowState.Erased => "確かめずに消去",
    };

    public static string Name(this ChangeListState state) => state switch
    {
        ChangeListState.Previewed => "確認待ち",
        ChangeListState.Open => "照合中",
        ChangeListState.Ended => "終了",
    };

    /// <summary>Why the card is stopped; null where it is not stopped but marked 要追記.</summary>
    public static Suspension? Stops(this ChangeKind kind) => kind switch
    {
        ChangeKind.MovedOut => Suspension.MovedOut,
        ChangeKind.MovedAbroad => Suspension.MovedAbroad,
        ChangeKind.Died => Suspension.Deceased,
        ChangeKind.MovedWithin or ChangeKind.NameChanged => null,
    };
}
