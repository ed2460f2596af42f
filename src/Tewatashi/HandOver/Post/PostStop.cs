using Tewatashi.Cards;

namespace Tewatashi.HandOver.Post;

/// <summary>Why a card cannot go the way of the post, or not yet. The first that holds.</summary>
public enum PostStop
{
    /// <summary>交付済, or gone for good.</summary>
    Over,

    /// <summary>郵送済.</summary>
    InPost,

    /// <summary>交付方式 is 窓口.</summary>
    ForCounter,

    /// <summary>保留.</summary>
    Suspended,

    /// <summary>要追記: address or name changed, and so it is for the counter.</summary>
    AmendmentNeeded,

    /// <summary>所在不明, 移送中, 持出し中 or in a tray.</summary>
    Elsewhere,

    /// <summary>交付前設定 is not done.</summary>
    NotPrepared,

    /// <summary>暗証番号設定 is not done.</summary>
    PinNotSet,

    /// <summary>Somebody booked a visit for it.</summary>
    Booked,
}

public static class PostStops
{
    /// <summary>What stands in the way of the step; null where nothing of the card does.</summary>
    public static PostStop? Of(Card card, CardProgress needed)
    {
        if (card.Progress.IsOver()) return PostStop.Over;
        if (card.PlaceKind == PlaceKind.Posted) return PostStop.InPost;
        if (card.Route != CardRoute.Post) return PostStop.ForCounter;
        if (card.Suspension is not null) return PostStop.Suspended;
        if (card.AmendmentNeeded) return PostStop.AmendmentNeeded;
        if (card.PlaceKind is not (PlaceKind.None or PlaceKind.Storage)) return PostStop.Elsewhere;
        if (card.Progress is not (CardProgress.Prepared or CardProgress.PinSet)) return PostStop.NotPrepared;
        return needed == CardProgress.PinSet && card.Progress != needed ? PostStop.PinNotSet : null;
    }

    /// <summary>In the office's words, with what to do.</summary>
    public static string Advice(this PostStop stop) => stop switch
    {
        PostStop.Over => "交付済か、交付の対象ではないカードです。",
        PostStop.InPost => "郵送済のカードです。戻ってきたときは「返戻」で読み取ってください。",
        PostStop.ForCounter => "窓口で交付するカードです。郵送しません。",
        PostStop.Suspended => "保留のカードです。別に置いてください。",
        PostStop.AmendmentNeeded => "要追記のカードです。住所か氏名が変わったときは、カードの画面で窓口交付に変えてください。",
        PostStop.Elsewhere => "所在が保管場所にないカードです。カードの画面で確かめてください。",
        PostStop.NotPrepared => "先に交付前設定を記録してください。",
        PostStop.PinNotSet => "先に暗証番号設定を記録してください。",
        PostStop.Booked => "来庁の予約があるカードです。予約を取り消すか、窓口交付に変えてください。",
    };
}
