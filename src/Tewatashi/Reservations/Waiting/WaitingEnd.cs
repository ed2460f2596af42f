namespace Tewatashi.Reservations.Waiting;

/// <summary>Why someone no longer waits.</summary>
public enum WaitingEnd
{
    /// <summary>Took the seat that was offered.</summary>
    Accepted,

    /// <summary>Has found a seat as early as wished in another way.</summary>
    BookedOtherwise,

    /// <summary>Wanted to wait no longer.</summary>
    Left,

    /// <summary>The last day wanted can no longer be booked.</summary>
    SpanOver,

    /// <summary>The card can no longer be collected: handed over, sent by post, past its last day.</summary>
    NotCollectable,

    /// <summary>Several offers in a row went by without an answer.</summary>
    NoAnswer,
}
