namespace Tewatashi.Cards;

/// <summary>保留: why a card is stopped until someone lifts it.</summary>
public enum Suspension
{
    /// <summary>転出.</summary>
    MovedOut,

    /// <summary>国外転出.</summary>
    MovedAbroad,

    /// <summary>死亡.</summary>
    Deceased,

    /// <summary>入院等.</summary>
    Hospitalised,

    /// <summary>申請取消.</summary>
    Withdrawn,

    /// <summary>券面・IC不良.</summary>
    Defective,

    /// <summary>再作成: another card replaces it.</summary>
    Remade,

    /// <summary>要窓口確認: shows no reason, to anyone.</summary>
    AskAtCounter,

    /// <summary>廃止登録済 at the national terminal: the card is dead and only waits to be destroyed. Never lifted.</summary>
    Abolished,
}
