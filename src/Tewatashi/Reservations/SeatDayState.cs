namespace Tewatashi.Reservations;

/// <summary>How a day of a counter stands for someone who wants a seat.</summary>
public enum SeatDayState
{
    /// <summary>There are times to choose from.</summary>
    Open,
    Full,

    /// <summary>休庁日, or no hours on this weekday.</summary>
    Closed,

    /// <summary>Before the earliest bookable day.</summary>
    TooEarly,

    /// <summary>Behind the latest bookable day.</summary>
    TooLate,
}
