namespace Tewatashi.Reservations.Waiting;

/// <summary>How someone is told of an offer.</summary>
public enum OfferWay
{
    Mail,

    /// <summary>By the call list.</summary>
    Call,
}
