namespace Tewatashi.Reservations.Waiting;

/// <summary>Why someone cannot be put on the waiting list. Nothing was changed.</summary>
public abstract record WaitingRefusal
{
    private WaitingRefusal()
    {
    }

    /// <summary>Who comes has not been answered for everyone, or more come than may.</summary>
    public sealed record Unanswered : WaitingRefusal;

    /// <summary>Somebody comes for another kind of booking: only collections wait, for a counter that happens to be free may not serve the kind.</summary>
    public sealed record OtherKind : WaitingRefusal;

    /// <summary>The card waits already.</summary>
    public sealed record AlreadyWaiting : WaitingRefusal;

    /// <summary>No counter was chosen, or one that is not in use.</summary>
    public sealed record NoCounter : WaitingRefusal;

    /// <summary>The days wanted lie outside those that can be booked, both inclusive; with a booking of one's own, only days before it count.</summary>
    public sealed record SpanWrong(DateOnly EarliestOn, DateOnly LatestOn) : WaitingRefusal;

    /// <summary>No day is left that would be earlier than the booking there is.</summary>
    public sealed record NothingEarlier : WaitingRefusal;

    /// <summary>One of the cards cannot be booked.</summary>
    public sealed record NotBookable(Guid CardId, BookingRefusal Why) : WaitingRefusal;
}
