namespace Tewatashi.HandOver.Post;

/// <summary>交付方式を変えた理由.</summary>
public enum RouteChangeReason
{
    AddressChanged,
    NameChanged,
    OwnWish,
    WrongInFile,
}

public static class RouteChangeReasonNames
{
    public static string Name(this RouteChangeReason reason) => reason switch
    {
        RouteChangeReason.AddressChanged => "住所が変わった",
        RouteChangeReason.NameChanged => "氏名が変わった",
        RouteChangeReason.OwnWish => "本人の希望",
        RouteChangeReason.WrongInFile => "取り込んだファイルの誤り",
    };

    /// <summary>The card's face must be written on at the counter (要追記).</summary>
    public static bool NeedsAmendment(this RouteChangeReason reason) => reason is RouteChangeReason.AddressChanged or RouteChangeReason.NameChanged;
}
