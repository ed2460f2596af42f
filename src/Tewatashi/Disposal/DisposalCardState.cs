namespace Tewatashi.Disposal;

/// <summary>How far a card of a proposal is. The first three go on.</summary>
public enum DisposalCardState
{
    Chosen,

    /// <summary>廃止登録済.</summary>
    Abolished,

    /// <summary>Its label was scanned at the shredder; the witness has not signed yet.</summary>
    Scanned,

    /// <summary>裁断済.</summary>
    Destroyed,

    /// <summary>外れた: its reason went away, or it is not there.</summary>
    DroppedOut,
}
