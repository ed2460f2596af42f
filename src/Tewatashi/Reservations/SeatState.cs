namespace Tewatashi.Reservations;

/// <summary>Whether a visit still has its share of the grid.</summary>
public enum SeatState
{
    /// <summary>仮押さえ: kept while the resident fills in the form.</summary>
    Held,
    Taken,

    /// <summary>Given back to the grid.</summary>
    Released,
}
