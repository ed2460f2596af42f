namespace Tewatashi.Counting;

/// <summary>How the count of one place stands.</summary>
public enum CountState
{
    /// <summary>Chosen for a day, nobody has begun.</summary>
    Planned,

    /// <summary>Labels are being scanned.</summary>
    Open,

    /// <summary>Compared with the books; what differed stands in its findings.</summary>
    Closed,

    /// <summary>Ended without a comparison.</summary>
    GivenUp,
}
