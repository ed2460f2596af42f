namespace Tewatashi.Missing;

/// <summary>What the office calls the parts of a search.</summary>
public static class MissingWords
{
    public static string Name(this MissingReason reason) => reason switch
    {
        MissingReason.AtPicking => "抜き出しのとき、箱にない",
        MissingReason.AtCount => "棚卸で不足",
        MissingReason.InTray => "窓口のトレイにない",
        MissingReason.InParcel => "移送便で届かなかった",
        MissingReason.Other => "そのほかのとき",
    };

    public static string Name(this MissingEnd end) => end switch
    {
        MissingEnd.Found => "見つかった",
        MissingEnd.Lost => "紛失確定",
    };

    public static string Name(this SearchHint hint) => hint switch
    {
        SearchHint.LastSeen => "最後の場所",
        SearchHint.Before => "その前にあった場所",
        SearchHint.MovedAlong => "同じ人が同じころに動かしたカードの行き先",
        SearchHint.Beside => "最後の場所の隣",
    };
}
