namespace Tewatashi.Cards;

/// <summary>A movement of a card.</summary>
public enum PlaceStep
{
    /// <summary>収納: from the receiving table onto the shelf.</summary>
    Store,

    /// <summary>From one storage place to another.</summary>
    Move,

    /// <summary>抜き出し: into a counter's day tray.</summary>
    Pick,

    /// <summary>再収納: from the tray back onto the shelf.</summary>
    Reshelve,

    /// <summary>梱包: into a parcel to another office.</summary>
    Pack,

    /// <summary>Out of a parcel that has not left yet, back onto the shelf.</summary>
    Unpack,

    /// <summary>到着: out of the parcel onto a shelf of the other office.</summary>
    Arrive,

    /// <summary>到着: out of the parcel into a counter's tray of the other office, with all that came along.</summary>
    ArriveInTray,

    /// <summary>It was packed and did not arrive: 所在不明.</summary>
    FailToArrive,

    /// <summary>持出し: out of the office in the hands of a named member of staff.</summary>
    TakeOut,

    /// <summary>Back from an outing onto the shelf.</summary>
    BringBack,

    /// <summary>Into the resident's hands.</summary>
    HandOver,

    /// <summary>交付取消: out of the resident's hands, into the counter's tray.</summary>
    TakeBack,

    /// <summary>郵送: into the post.</summary>
    Post,

    /// <summary>配達: out of the post into the resident's hands.</summary>
    Deliver,

    /// <summary>A delivery recorded by mistake, taken back.</summary>
    CancelDelivery,

    /// <summary>返戻: out of the post onto the shelf.</summary>
    TakeBackPosted,

    /// <summary>所在不明: it is not where the books say.</summary>
    Miss,

    /// <summary>配送中の紛失: sent by the maker, and never came.</summary>
    LoseInPost,

    /// <summary>見つかった: back into a storage box.</summary>
    Find,

    /// <summary>裁断.</summary>
    Destroy,

    /// <summary>J-LISへ返送.</summary>
    ReturnToMaker,
}
