using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.HandOver;

/// <summary>By what somebody who arrives is found.</summary>
public abstract record ArrivalCode
{
    private ArrivalCode()
    {
    }

    /// <summary>A visit already on the screen.</summary>
    public sealed record Visit(Guid Id) : ArrivalCode;

    public sealed record Reservation(ReservationNumber Number) : ArrivalCode;

    /// <summary>受付番号, typed or from the notice's QR.</summary>
    public sealed record Reception(ReceptionNumber Number) : ArrivalCode;

    /// <summary>Ten digits typed: 予約番号 and 受付番号 look alike.</summary>
    public sealed record EitherNumber(ReservationNumber AsReservation, ReceptionNumber AsReception) : ArrivalCode;

    /// <summary>製造管理番号, from the sleeve's label or the maker's postcard.</summary>
    public sealed record Card(SerialNumber SerialNumber) : ArrivalCode;
}
