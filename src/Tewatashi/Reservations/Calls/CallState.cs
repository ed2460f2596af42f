namespace Tewatashi.Reservations.Calls;

/// <summary>How far a call is. The first three are live.</summary>
public enum CallState
{
    /// <summary>Nobody has called yet.</summary>
    Open,

    /// <summary>Called, and nobody answered.</summary>
    NotReached,

    /// <summary>Told, but not settled: they will call back.</summary>
    Reached,

    /// <summary>Settled.</summary>
    Done,

    /// <summary>The reason went away: they rebooked by internet, the offer ended.</summary>
    Withdrawn,
}
