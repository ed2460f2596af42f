namespace Tewatashi.Disposal;

/// <summary>How far a proposal is.</summary>
public enum DisposalState
{
    /// <summary>起案: waits for its 決裁.</summary>
    Proposed,

    /// <summary>決裁済: its cards are abolished at the national terminal and destroyed.</summary>
    Approved,

    /// <summary>完了: every card was destroyed or has dropped out.</summary>
    Closed,

    /// <summary>取りやめ: before anything was abolished.</summary>
    GivenUp,
}
