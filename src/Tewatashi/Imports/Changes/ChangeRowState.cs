namespace Tewatashi.Imports.Changes;

/// <summary>What became of a row of the change list.</summary>
public enum ChangeRowState
{
    /// <summary>Nobody looked at it yet; the only state in which it still names a person.</summary>
    Open,

    /// <summary>The card was stopped.</summary>
    Suspended,

    /// <summary>The card is 要追記 now, or was before.</summary>
    Amended,

    /// <summary>The card was stopped already; its reason stays what it was.</summary>
    AlreadyStopped,

    /// <summary>None of the candidates: another person.</summary>
    NotOurs,

    /// <summary>The list was ended before somebody decided.</summary>
    Erased,
}
