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
}
