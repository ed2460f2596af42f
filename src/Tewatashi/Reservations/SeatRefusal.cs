namespace Tewatashi.Reservations;

/// <summary>Why a seat was not given. Nothing was changed.</summary>
public abstract record SeatRefusal
{
    private SeatRefusal()
    {
    }

    /// <summary>Not enough is free there, or the counter is closed at that time.</summary>
    public sealed record Full : SeatRefusal;

    /// <summary>The counter is not there or no longer in use.</summary>
    public sealed record NoCounter : SeatRefusal;

    /// <summary>Before the earliest or behind the latest day that can be booked, both inclusive.</summary>
    public sealed record OutsidePeriod(DayLimit Earliest, DayLimit Latest) : SeatRefusal
    {
        /// <summary>Why the day that was asked for cannot be had.</summary>
        public DayLimit Of(DateOnly day) => day < Earliest.On ? Earliest : Latest;
    }

    /// <summary>Nobody, or more than may come together.</summary>
    public sealed record WrongCount(int Most) : SeatRefusal;

    /// <summary>One of the persons cannot be booked.</summary>
    /// <param name="CardId">Null for a kind that needs no card.</param>
    public sealed record NotBookable(Guid? CardId, BookingRefusal Why) : SeatRefusal;
}
