namespace Tewatashi.Reservations.Calls;

/// <summary>How a call went.</summary>
public enum CallAnswer
{
    NotReached,

    /// <summary>Told; something is still open.</summary>
    Reached,

    /// <summary>Told, and settled.</summary>
    Done,
}
