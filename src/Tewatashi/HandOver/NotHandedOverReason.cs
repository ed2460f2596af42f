namespace Tewatashi.HandOver;

/// <summary>Why a card stayed although somebody came (交付見送り). Stored as the reservation's end reason.</summary>
public enum NotHandedOverReason
{
    PapersMissing,
    IdentityNotConfirmed,
    AuthorityNotConfirmed,
    NationalSystemDown,
    CardDefective,
    OwnWish,
    LeftWithoutWaiting,
}

public static class NotHandedOverReasonNames
{
    public static string Name(this NotHandedOverReason reason) => reason switch
    {
        NotHandedOverReason.PapersMissing => "書類不足",
        NotHandedOverReason.IdentityNotConfirmed => "本人確認できず",
        NotHandedOverReason.AuthorityNotConfirmed => "代理権・来庁困難を確認できず",
        NotHandedOverReason.NationalSystemDown => "全国システム停止",
        NotHandedOverReason.CardDefective => "カード不良",
        NotHandedOverReason.OwnWish => "本人都合",
        NotHandedOverReason.LeftWithoutWaiting => "待たずに帰った",
    };

    /// <summary>Chosen by nobody: the card had left and was taken back (交付取消).</summary>
    public const string Cancelled = "HandOverCancelled";

    /// <summary>The name of a stored code; the code itself where it is none of the list.</summary>
    public static string NameOf(string code) => code == Cancelled ? "交付取消" : Enum.TryParse<NotHandedOverReason>(code, out var reason) ? reason.Name() : code;
}
