namespace Tewatashi.Reservations.Waiting;

/// <summary>How an offer ended.</summary>
public enum OfferEnd
{
    Accepted,
    Declined,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>The wait ended while it was open.</summary>
    Withdrawn,
}
