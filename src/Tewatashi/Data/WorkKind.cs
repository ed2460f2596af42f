namespace Tewatashi.Data;

public enum WorkKind
{
    SendMail,
    ReadImport,
    ApplyImport,

    /// <summary>Offer freed seats to those who wait; one item for each municipality that has a waiting list.</summary>
    OfferSeats,
}
