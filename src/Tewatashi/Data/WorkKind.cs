namespace Tewatashi.Data;

public enum WorkKind
{
    SendMail,
    ReadImport,
    ApplyImport,

    /// <summary>Offer freed seats to those who wait; one item for each municipality that has a waiting list.</summary>
    OfferSeats,

    /// <summary>Seats of an office's days that are not fitted yet to what was changed.</summary>
    FitSeats,
}
