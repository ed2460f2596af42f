namespace Tewatashi.Cards;

/// <summary>How far a card is on its way. One of the four machines; 通知済 is not here, it is derived from the notice.</summary>
public enum CardProgress
{
    /// <summary>未着(J-LIS発送済).</summary>
    Expected,

    /// <summary>受入済.</summary>
    Received,

    /// <summary>検品済.</summary>
    Inspected,

    /// <summary>交付前設定済.</summary>
    Prepared,

    /// <summary>暗証番号設定済: of the mail route alone, ready for the post.</summary>
    PinSet,

    /// <summary>交付済.</summary>
    HandedOver,

    /// <summary>廃棄.</summary>
    Disposed,

    /// <summary>紛失確定.</summary>
    Lost,

    /// <summary>J-LISへ返送.</summary>
    ReturnedToMaker,

    /// <summary>未発送: announced by a file, and never sent by the maker.</summary>
    NeverSent,
}
