namespace Tewatashi.Reservations;

/// <summary>How a visit was booked.</summary>
public enum Channel
{
    Web,
    Phone,
    Counter,

    /// <summary>Taken over from a former system.</summary>
    Stock,
}
