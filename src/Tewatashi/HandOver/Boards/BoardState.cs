namespace Tewatashi.HandOver.Boards;

/// <summary>Where a visit of today stands, as the board groups it.</summary>
public enum BoardState
{
    /// <summary>お待ちの方: checked in and not called.</summary>
    Waiting,

    /// <summary>呼び出した方.</summary>
    Called,

    /// <summary>これから来る方.</summary>
    Expected,

    /// <summary>終わった方.</summary>
    Done,
}
