namespace Tewatashi.Cards;

/// <summary>A step of a card's progress.</summary>
public enum CardStep
{
    /// <summary>受入.</summary>
    Receive,

    /// <summary>検品.</summary>
    Inspect,

    /// <summary>交付前設定.</summary>
    Prepare,

    /// <summary>交付.</summary>
    HandOver,

    /// <summary>交付取消.</summary>
    CancelHandOver,

    /// <summary>暗証番号設定 for a card of the mail route.</summary>
    SetPin,

    /// <summary>配達: handed over by the post.</summary>
    Deliver,

    /// <summary>A delivery recorded by mistake, taken back.</summary>
    CancelDelivery,

    /// <summary>Out of the mail route: for the counter from now on.</summary>
    ToCounter,

    /// <summary>廃棄: destroyed before a witness.</summary>
    Dispose,

    /// <summary>紛失確定.</summary>
    ConfirmLost,

    /// <summary>J-LISへ返送.</summary>
    ReturnToMaker,

    /// <summary>未発送の確認.</summary>
    ConfirmNeverSent,
}
